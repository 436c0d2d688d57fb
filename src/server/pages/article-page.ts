import { CITATION_CREDIT } from '../../export/citations.ts';
import {
  type HtmlValue,
  html,
  jsonBlock,
  linkAddress,
  type Markup,
  trustMarkup,
} from '../../text/html-template.ts';
import { writeDate } from '../../text/written-date.ts';
import { printProvenance, printRights } from './article-page-notes.ts';
import type { ArticlePageData, PageLink } from './article-page-record.ts';
import { type MarkedBody, markQuotes } from './mark-quotes.ts';
import { printLink } from './page-link.ts';
import { printPage } from './page-shell.ts';

/** Prints the page of an article: the text with its quotations marked, and all that the archive knows about it. */
export function printArticlePage(article: ArticlePageData): string {
  const body = markQuotes(
    article.bodyHtml,
    article.bodyText,
    article.quotes.map((quote) => ({ ...quote, title: attribution(quote) || null })),
  );
  const language = article.inLanguage === 'und' ? null : article.inLanguage;
  const main = html`
<article${language !== null && html` lang="${language}" dir="${directionOf(language)}"`}>
${printHeader(article)}
<div class="body">
${trustMarkup(body.html)}
</div>
</article>
${printImage(article.image)}
${printQuotes(article, body)}
${printSubjects(article)}
${printLinks(article.links)}
${article.notes.length > 0 && html`<section><h2>Notes</h2>${article.notes.map((note) => html`<p>${note}</p>`)}</section>`}
${printAuthors(article)}
${printRights(article)}
${printCitation(article)}
${printProvenance(article)}
${printNeighbours(article)}`;
  return printPage({
    title: article.headline,
    description: article.description,
    canonicalUrl: article.canonicalUrl,
    head: printHead(article),
    style: 'article',
    main,
  });
}

/** Open Graph with its article properties (https://ogp.me/#type_article), and JSON-LD. */
function printHead(article: ArticlePageData): Markup {
  const properties: [string, string | null][] = [
    ['og:type', 'article'],
    ['og:title', article.headline],
    ['og:description', article.description],
    ['og:url', article.canonicalUrl],
    ['og:site_name', article.outlet?.text ?? null],
    ['og:image', article.image?.url ?? null],
    ['article:published_time', article.datePublished],
    ['article:modified_time', article.dateModified],
    ...article.authors.map(({ text }): [string, string] => ['article:author', text]),
    ...article.themes.map(({ text }): [string, string] => ['article:tag', text]),
  ];
  const alternates = article.translations.filter(({ url }) => linkAddress(url) !== null);
  return html`${properties.map(
    ([property, content]) => content !== null && html`<meta property="${property}" content="${content}">\n`,
  )}${alternates.map(
    ({ inLanguage, url }) => html`<link rel="alternate" hreflang="${inLanguage}" href="${url}">\n`,
  )}${jsonBlock('application/ld+json', article.jsonLd)}`;
}

function printHeader(article: ArticlePageData): Markup {
  const { outlet, datePublished, isBasedOn } = article;
  const names = article.authors.map((author) => printLink(author));
  return html`<header>
<p class="kicker" lang="en" dir="ltr">${outlet !== null && printLink(outlet)}${outlet !== null && datePublished !== null && ' · '}${datePublished !== null && html`<time datetime="${datePublished}">${writeDate(datePublished)}</time>`}</p>
<h1>${article.headline}</h1>
${article.alternativeHeadline !== null && html`<p class="dek">${article.alternativeHeadline}</p>`}
${names.length > 0 ? html`<p class="byline" lang="en" dir="ltr">By ${joinNames(names)}</p>` : article.byline !== null && html`<p class="byline">${article.byline}</p>`}
${isBasedOn !== null && html`<p class="faint" lang="en" dir="ltr">First published by ${printLink({ text: isBasedOn.outlet ?? 'another outlet', url: isBasedOn.url })}</p>`}
${
  article.translations.length > 0 &&
  html`<p class="faint" lang="en" dir="ltr">Also in ${joinNames(
    article.translations.map(({ inLanguage, url }) =>
      printLink({ text: nameOfLanguage(inLanguage), url }, inLanguage),
    ),
  )}</p>`
}
</header>`;
}

function printImage(image: ArticlePageData['image']): HtmlValue {
  if (image === null) return null;
  const { url, caption, credit, creditUrl } = image;
  return html`<figure><figcaption>${linkAddress(url) === null ? 'Picture' : html`<a href="${url}" rel="noopener">Picture</a>`}${caption !== null && html`: ${caption}`}${credit !== null && html` <span class="faint">Credit: ${printLink({ text: credit, url: creditUrl })}</span>`}</figcaption></figure>`;
}

function printQuotes({ quotes, inLanguage }: ArticlePageData, body: MarkedBody): HtmlValue {
  if (quotes.length === 0) return null;
  const language = inLanguage === 'und' ? null : inLanguage;
  return html`<section aria-labelledby="quotes">
<h2 id="quotes">Quotes</h2>
<ol class="quotes">${quotes.map((quote, index) => {
    const words =
      quote.kind === 'INDIRECT'
        ? html`<span class="reported">${quote.text}</span>`
        : html`<q>${quote.text}</q>`;
    const marked =
      language === null
        ? words
        : html`<span lang="${language}" dir="${directionOf(language)}">${words}</span>`;
    const anchor = body.anchors.has(index + 1);
    return html`
<li>${marked}
<p>${attribution(quote) || 'Speaker not known'} · ${KINDS[quote.kind]}${anchor && html` · <a href="#quote-${index + 1}">in the text</a>`}</p></li>`;
  })}
</ol>
</section>`;
}

const KINDS = { DIRECT: 'word for word', MIXED: 'in part word for word', INDIRECT: 'reported' };

function attribution({
  speaker,
  role,
}: {
  readonly speaker: string | null;
  readonly role: string | null;
}): string {
  return [speaker, role].filter((part) => part !== null && part !== '').join(', ');
}

function printSubjects({ regions, themes, reports }: ArticlePageData): HtmlValue {
  const lists: [string, readonly PageLink[]][] = [
    ['Regions', regions],
    ['Themes', themes],
    ['In-depth reports', reports],
  ];
  return lists.map(
    ([label, entries]) =>
      entries.length > 0 &&
      html`<section><h2>${label}</h2><ul class="tags">${entries.map((entry) => html`<li>${printLink(entry)}</li>`)}</ul></section>`,
  );
}

function printLinks(links: ArticlePageData['links']): HtmlValue {
  if (links.length === 0) return null;
  return html`<section><h2>Links</h2><ul>${links.map(
    (link) =>
      html`<li>${printLink(link)}${link.isInArchive && html` <span class="faint">in this archive</span>`}</li>`,
  )}</ul></section>`;
}

function printAuthors({ authors }: ArticlePageData): HtmlValue {
  const described = authors.filter(({ description }) => description !== null);
  if (described.length === 0) return null;
  return html`<section><h2>About the ${described.length === 1 ? 'author' : 'authors'}</h2>${described.map(
    ({ description }) => html`<p>${description}</p>`,
  )}</section>`;
}

/** The reference, its files for reference managers, and the piece in the forms that programs read. */
function printCitation({ citeText, pageUrl }: ArticlePageData): HtmlValue {
  if (citeText === null) return null;
  const forms: [string, string][] = [
    ['bib', 'BibTeX'],
    ['ris', 'RIS'],
    ['jsonld', 'JSON-LD'],
    ['md', 'Markdown'],
    ['txt', 'Text'],
  ];
  return html`<section><h2>Cite</h2><p class="cite">${citeText}</p>
<p class="faint">Also as ${forms.map(([ending, name], index) => html`${index > 0 && ' · '}<a href="${pageUrl}.${ending}">${name}</a>`)}. ${CITATION_CREDIT}.</p></section>`;
}

function printNeighbours({ previous, next }: ArticlePageData): HtmlValue {
  if (previous === null && next === null) return null;
  return html`<nav class="neighbours" aria-label="Other pieces">${previous !== null && html`<a rel="prev" href="${linkAddress(previous.url)}">← ${previous.text}</a>`}${next !== null && html`<a rel="next" href="${linkAddress(next.url)}">${next.text} →</a>`}</nav>`;
}

function joinNames(names: readonly Markup[]): Markup {
  return html`${names.map((name, index) => {
    if (index === 0) return name;
    return html`${index === names.length - 1 ? ' and ' : ', '}${name}`;
  })}`;
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

function nameOfLanguage(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag; // not a well-formed tag
  }
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
