import { parse } from 'graphql';
import { wordsAlone } from '../text/quoted-words.ts';
import { askArchive } from './ask-archive.ts';
import type { ArticlePageData, ArticlePageQuote, ArticlePageRights } from './pages/article-page-record.ts';
import type { PageRequest } from './route.ts';

const ARTICLE = parse(`query PageOfArticle($slug: String!) {
  article(by: { slug: $slug }) {
    slug permalink url headline alternativeHeadline description byline inLanguage discussionUrl notes
    updatedAt jsonLd citation: cite(style: CHICAGO)
    bodyHtml: body(format: HTML) bodyText: body
    datePublished { iso } dateModified { iso }
    authors { name slug description }
    publisher { name slug }
    quotes(last: 100) { nodes { text kind place start end position speakerName speakerRole speakerDescription speaker { name } } }
    regions { name slug } themes { name slug } reports { name slug }
    links { text url target { permalink } }
    image { url caption credit creditUrl }
    translations { inLanguage headline url article { permalink } }
    isBasedOn { url outlet { name } article { permalink } }
    rights { holders { name url } year notice licenceUrl disclaimer permission conditions fairUse contact }
    provenance { field source }
    revisions { number importedAt contentHash }
  }
}`);

interface Term {
  readonly name: string;
  readonly slug: string;
}

interface StoredArticle
  extends Pick<
    ArticlePageData,
    | 'headline'
    | 'alternativeHeadline'
    | 'description'
    | 'byline'
    | 'inLanguage'
    | 'discussionUrl'
    | 'notes'
    | 'bodyHtml'
    | 'bodyText'
    | 'image'
    | 'jsonLd'
  > {
  readonly slug: string;
  readonly permalink: string;
  readonly url: string | null;
  readonly updatedAt: string;
  readonly citation: string;
  readonly datePublished: { readonly iso: string } | null;
  readonly dateModified: { readonly iso: string } | null;
  readonly authors: readonly (Term & { readonly description: string | null })[];
  readonly publisher: Term | null;
  readonly quotes: { readonly nodes: readonly StoredQuote[] };
  readonly regions: readonly Term[];
  readonly themes: readonly Term[];
  readonly reports: readonly Term[];
  readonly links: readonly {
    readonly text: string;
    readonly url: string | null;
    readonly target: Page | null;
  }[];
  readonly translations: readonly {
    readonly inLanguage: string;
    readonly headline: string | null;
    readonly url: string | null;
    readonly article: Page | null;
  }[];
  readonly isBasedOn: {
    readonly url: string | null;
    readonly outlet: { readonly name: string } | null;
    readonly article: Page | null;
  } | null;
  readonly rights: Omit<ArticlePageRights, 'holders'> & {
    readonly holders: readonly { readonly name: string; readonly url: string | null }[];
  };
  readonly provenance: readonly { readonly field: string; readonly source: string }[];
  readonly revisions: readonly {
    readonly number: number;
    readonly importedAt: string;
    readonly contentHash: string;
  }[];
}

interface Page {
  readonly permalink: string;
}

interface StoredQuote extends Pick<ArticlePageQuote, 'text' | 'kind' | 'start' | 'end'> {
  readonly place: string;
  readonly position: number;
  readonly speakerName: string | null;
  readonly speakerRole: string | null;
  readonly speakerDescription: string | null;
  readonly speaker: { readonly name: string } | null;
}

/** An article's page: what is printed, its slug today, and when it changed. */
export interface LoadedPage {
  readonly slug: string;
  readonly updatedAt: string;
  readonly page: ArticlePageData;
}

/** All that the page of an article shows, in two statements; null when the archive does not hold it. */
export async function loadArticlePage(request: PageRequest, slug: string): Promise<LoadedPage | null> {
  const { article } = await askArchive<{ article: StoredArticle | null }>(request, ARTICLE, { slug });
  if (article === null) return null;
  const around = await loadAround(request, article.slug);
  const { origin } = request;
  const pageUrl = `${origin}${article.permalink}`;
  return {
    slug: article.slug,
    updatedAt: article.updatedAt,
    page: {
      ...article,
      // Marks that part a piece from its notes are kept as printed; a reader has no use for them.
      notes: article.notes.filter((note) => /[\p{L}\p{N}]/u.test(note)),
      canonicalUrl: article.url ?? pageUrl,
      pageUrl,
      authors: article.authors.map(({ name, slug: author, description }) => ({
        text: name,
        url: listOf('author', author),
        description,
      })),
      datePublished: article.datePublished?.iso ?? null,
      dateModified: article.dateModified?.iso ?? null,
      outlet: article.publisher && termLink('publisher', article.publisher),
      quotes: article.quotes.nodes.toSorted((one, other) => one.position - other.position).map(quoteOf),
      regions: article.regions.map((term) => termLink('region', term)),
      themes: article.themes.map((term) => termLink('theme', term)),
      reports: article.reports.map((term) => termLink('report', term)),
      links: article.links.map(({ text, url, target }) => ({
        text,
        url: target?.permalink ?? url,
        isInArchive: target !== null,
      })),
      translations: article.translations.map(({ inLanguage, headline, url, article: held }) => ({
        inLanguage,
        headline,
        url: held === null ? url : `${origin}${held.permalink}`,
      })),
      isBasedOn: article.isBasedOn && {
        outlet: article.isBasedOn.outlet?.name ?? null,
        url: article.isBasedOn.article?.permalink ?? article.isBasedOn.url,
      },
      rights: rightsOf(article.rights),
      provenance: provenanceOf(article, around.file),
      citeText: article.citation,
      previous: around.previous,
      next: around.next,
      jsonLd: { ...article.jsonLd, mainEntityOfPage: pageUrl },
      graphiqlUrl: `${origin}/graphql#${new URLSearchParams({ query: questionFor(article.slug) })}`,
    },
  };
}

/** What GraphiQL opens with, from the fragment of its address. */
const questionFor = (slug: string): string =>
  `{\n  article(by: { slug: "${slug}" }) {\n    headline\n    authors { name }\n    quotes { nodes { text speaker { name } } }\n  }\n}\n`;

const listOf = (parameter: string, slug: string): string =>
  `/articles?${parameter}=${encodeURIComponent(slug)}`;

const termLink = (parameter: string, { name, slug }: Term) => ({ text: name, url: listOf(parameter, slug) });

/** Offsets of quotations outside the body count in another text: they have no place in this one. */
const NOWHERE = -1;

function quoteOf(quote: StoredQuote): ArticlePageQuote {
  const isInBody = quote.place === 'BODY';
  return {
    text: wordsAlone(quote.text),
    kind: quote.kind,
    start: isInBody ? quote.start : NOWHERE,
    end: isInBody ? quote.end : NOWHERE,
    speaker: quote.speaker?.name ?? quote.speakerName ?? quote.speakerDescription,
    role: quote.speakerRole,
  };
}

/** Null where the page prints nothing about rights. */
function rightsOf({ holders, ...texts }: StoredArticle['rights']): ArticlePageRights | null {
  if (holders.length === 0 && Object.values(texts).every((value) => value === null)) return null;
  return { ...texts, holders: holders.map(({ name, url }) => ({ text: name, url })) };
}

function provenanceOf(
  { provenance, revisions }: StoredArticle,
  file: string | null,
): ArticlePageData['provenance'] {
  const [newest] = revisions;
  if (newest === undefined) return null;
  return {
    file,
    importedAt: newest.importedAt,
    contentHash: newest.contentHash,
    revision: newest.number,
    fields: Object.fromEntries(provenance.map(({ field, source }) => [field, source])),
  };
}

type Around = Pick<ArticlePageData, 'previous' | 'next'> & { readonly file: string | null };

/** The neighbours by date, and the file that the piece came from: its name, as folders are nobody's business. */
async function loadAround({ archive }: PageRequest, slug: string): Promise<Around> {
  const [row] = await archive.database.all(
    `SELECT
      (SELECT json_object('text', headline, 'url', '/articles/' || slug) FROM articles WHERE (sort_key, id) < (piece.sort_key, piece.id) ORDER BY sort_key DESC, id DESC LIMIT 1),
      (SELECT json_object('text', headline, 'url', '/articles/' || slug) FROM articles WHERE (sort_key, id) > (piece.sort_key, piece.id) ORDER BY sort_key, id LIMIT 1),
      (SELECT locator FROM import_items WHERE article_id = piece.id AND outcome <> 'UNCHANGED' ORDER BY id DESC LIMIT 1)
     FROM articles piece WHERE slug = ?`,
    [slug],
  );
  const [previous, next, locator] = row ?? [];
  const linkOf = (json: unknown) =>
    typeof json === 'string' ? (JSON.parse(json) as ArticlePageData['previous']) : null; // written four lines above
  return {
    previous: linkOf(previous),
    next: linkOf(next),
    file:
      typeof locator === 'string'
        ? locator.slice(Math.max(locator.lastIndexOf('/'), locator.lastIndexOf('\\')) + 1)
        : null,
  };
}
