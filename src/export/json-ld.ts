/** A person or body named on the page, with an address where one is known. */
export interface LinkedDataAgent {
  readonly name: string;
  readonly isBody: boolean;
  readonly url?: string | null;
  readonly description?: string | null;
}

/** A subject or place: its own name, and the code that others know it by. */
export interface LinkedDataTerm {
  readonly name: string;
  /** `medtop:06000000` for a theme; ISO 3166 or M49 for a region; null for a term of the archive's own. */
  readonly code: string | null;
}

export interface LinkedDataQuote {
  readonly text: string;
  readonly speaker: LinkedDataAgent | null;
  /** The link that backs it. */
  readonly sourceUrl?: string | null;
}

/** What a piece is another edition of, or another edition of it. */
export interface LinkedDataWork {
  readonly headline: string | null;
  readonly url: string | null;
  readonly inLanguage?: string | null;
  readonly outlet?: string | null;
}

/** All that the JSON-LD of an article says. Null and empty mean that the page does not say it. */
export interface LinkedDataArticle {
  /** Address of the piece at its outlet. */
  readonly url: string | null;
  /** Address of the page that shows this record. */
  readonly pageUrl?: string | null;
  readonly headline: string;
  readonly alternativeHeadline: string | null;
  readonly description: string | null;
  /** Plain text; null leaves it out. */
  readonly articleBody: string | null;
  readonly wordCount: number | null;
  /** BCP 47; null or `und` when unknown. */
  readonly inLanguage: string | null;
  /** ISO 8601 at their own precision. */
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly dateline: string | null;
  readonly authors: readonly LinkedDataAgent[];
  readonly publisher: { readonly name: string; readonly url: string | null } | null;
  readonly isBasedOn: LinkedDataWork | null;
  readonly translationOf: LinkedDataWork | null;
  readonly translations: readonly LinkedDataWork[];
  readonly image: {
    readonly url: string | null;
    readonly caption: string | null;
    readonly credit: string | null;
  } | null;
  readonly themes: readonly LinkedDataTerm[];
  readonly regions: readonly LinkedDataTerm[];
  /** In-depth reports that the piece is a part of. */
  readonly reports: readonly string[];
  readonly keywords: readonly string[];
  readonly quotes: readonly LinkedDataQuote[];
  /** Addresses that the text links to. */
  readonly links: readonly { readonly url: string; readonly text: string | null }[];
  readonly rights: {
    readonly holders: readonly LinkedDataAgent[];
    readonly year: number | null;
    readonly notice: string | null;
    readonly licenceUrl: string | null;
    /** Permission and its conditions, in the page's words. */
    readonly usage: string | null;
  } | null;
  readonly discussionUrl: string | null;
}

/** A JSON-LD node: no nulls, no empty lists. */
export type JsonLd = { readonly [name: string]: JsonLdValue };
type JsonLdValue = string | number | JsonLd | readonly JsonLdValue[];

const MEDIA_TOPICS = 'http://cv.iptc.org/newscodes/mediatopic/';

/**
 * The article as a schema.org `NewsArticle`, its quotes as `Quotation` parts. What the page does not say is left out.
 *
 * Addresses that are not http(s) are left out too, as a `#` or `javascript:` means nothing outside its page.
 *
 * @see https://schema.org/NewsArticle
 */
export function toJsonLd(article: LinkedDataArticle): JsonLd {
  const { rights, image, publisher } = article;
  const url = webAddress(article.url);
  return node({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: webAddress(article.pageUrl) ?? url,
    headline: article.headline,
    alternativeHeadline: article.alternativeHeadline,
    description: article.description,
    articleBody: article.articleBody,
    wordCount: article.wordCount,
    inLanguage: article.inLanguage === 'und' ? null : article.inLanguage,
    datePublished: article.datePublished,
    dateModified: article.dateModified,
    dateline: article.dateline,
    author: article.authors.map(agent),
    publisher:
      publisher &&
      node({ '@type': 'NewsMediaOrganization', name: publisher.name, url: webAddress(publisher.url) }),
    isBasedOn: article.isBasedOn && work(article.isBasedOn),
    translationOfWork: article.translationOf && work(article.translationOf),
    workTranslation: article.translations.map(work),
    image:
      image && (image.url ?? image.caption ?? image.credit) !== null
        ? node({
            '@type': 'ImageObject',
            url: webAddress(image.url),
            caption: image.caption,
            creditText: image.credit,
          })
        : null,
    about: article.themes.map(theme),
    spatialCoverage: article.regions.map(({ name, code }) =>
      node({ '@type': 'Place', name, identifier: code }),
    ),
    isPartOf: article.reports.map((name) => node({ '@type': 'CreativeWorkSeries', name })),
    keywords: article.keywords,
    hasPart: article.quotes.map(quotation),
    citation: article.links.flatMap(({ url: target, text }) => {
      const address = webAddress(target);
      return address === null ? [] : [node({ '@type': 'CreativeWork', url: address, name: text })];
    }),
    copyrightHolder: rights?.holders.map(agent),
    copyrightYear: rights?.year,
    copyrightNotice: rights?.notice,
    license: webAddress(rights?.licenceUrl),
    usageInfo: rights?.usage == null ? null : node({ '@type': 'CreativeWork', text: rights.usage }),
    discussionUrl: webAddress(article.discussionUrl),
  });
}

/** JSON for a `<script type="application/ld+json">`: no character in it can end the element or start a comment. */
export function printJsonLd(value: JsonLd): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Drops what is not known, and unwraps nothing else. */
function node(properties: Readonly<Record<string, JsonLdValue | null | undefined>>): JsonLd {
  const known = Object.entries(properties).filter(
    (entry): entry is [string, JsonLdValue] =>
      entry[1] !== null &&
      entry[1] !== undefined &&
      entry[1] !== '' &&
      !(Array.isArray(entry[1]) && entry[1].length === 0),
  );
  return Object.fromEntries(known);
}

function agent({ name, isBody, url, description }: LinkedDataAgent): JsonLd {
  return node({ '@type': isBody ? 'Organization' : 'Person', name, url: webAddress(url), description });
}

function theme({ name, code }: LinkedDataTerm): JsonLd {
  if (code?.startsWith('medtop:') !== true) return node({ '@type': 'Thing', name, identifier: code });
  const number = code.slice('medtop:'.length);
  return node({
    '@type': 'DefinedTerm',
    name,
    termCode: code,
    url: `${MEDIA_TOPICS}${number}`,
    inDefinedTermSet: MEDIA_TOPICS,
  });
}

function quotation({ text, speaker, sourceUrl }: LinkedDataQuote): JsonLd {
  return node({
    '@type': 'Quotation',
    text,
    spokenByCharacter: speaker && agent(speaker),
    citation: webAddress(sourceUrl),
  });
}

function work({ headline, url, inLanguage, outlet }: LinkedDataWork): JsonLd {
  return node({
    '@type': 'Article',
    headline,
    url: webAddress(url),
    inLanguage: inLanguage === 'und' ? null : inLanguage,
    publisher: outlet == null ? null : node({ '@type': 'Organization', name: outlet }),
  });
}

function webAddress(url: string | null | undefined): string | null {
  return url != null && /^https?:\/\/[^\s<>"]+$/i.test(url) ? url : null;
}
