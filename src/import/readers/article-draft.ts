import type { ArticleDraft, Refusal, RefusalCode, RightsDraft } from './reader.ts';

/** A draft with nothing said but what `values` says: every other field is null or empty. */
export function articleDraft(
  values: Partial<Omit<ArticleDraft, 'status'>> & { readonly headline: string },
): ArticleDraft {
  return { ...NOTHING_SAID, ...values };
}

const NOTHING_SAID = {
  status: 'read',
  url: null,
  externalId: null,
  alternativeHeadline: null,
  description: null,
  byline: null,
  authors: [],
  publisher: null,
  datePublished: null,
  dateModified: null,
  dateline: null,
  isBasedOn: null,
  regions: [],
  themes: [],
  reports: [],
  keywords: [],
  inLanguage: null,
  translations: [],
  body: '',
  image: null,
  notes: [],
  rights: null,
  discussionUrl: null,
  boilerplate: [],
  provenance: {},
} satisfies Omit<ArticleDraft, 'headline'>;

/** Rights of which a feed states a line and a licence at most; null when it states neither. */
export function rightsDraft(notice: string | null, licenceUrl: string | null): RightsDraft | null {
  if (notice === null && licenceUrl === null) return null;
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(notice ?? '')?.[0];
  return {
    holders: [],
    year: year === undefined ? null : Number(year),
    notice,
    licenceUrl,
    disclaimer: null,
    permission: null,
    conditions: null,
    fairUse: null,
    contact: null,
  };
}

export function refusal(code: RefusalCode, at: Refusal['at'], message: string, hint: string): Refusal {
  return { status: 'refused', code, at, message, hint };
}

/** Words of a headline taken from a text that has none. */
const HEADLINE_CHARACTERS = 100;

/**
 * A headline for a piece that prints none: the first sentence of its text, cut at a word with an ellipsis
 * where it is long; null when there is no text.
 */
export function headlineFromText(plainText: string): string | null {
  const line = plainText.replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  const sentence = /^.{10,100}?[.!?。！？](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= HEADLINE_CHARACTERS) return sentence;
  const cut = sentence.slice(0, HEADLINE_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 40 ? space : HEADLINE_CHARACTERS).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** `Article.provenance.headline` of a headline that the source does not print. */
export const HEADLINE_FROM_TEXT = 'first words of the text';

/** Keys of `Article.provenance` beside the fields' own, where a draft reads more than the source states. */

/** The title before markup and references in it were read. */
export const HEADLINE_AS_PRINTED = 'headlineAsPrinted';
/** A relative address that was resolved against the site's own, for want of a stated base. */
export const URL_AS_PRINTED = 'urlAsPrinted';
/** The author element where its value was read further: several people in one, or a login for a name. */
export const AUTHORS_AS_PRINTED = 'authorsAsPrinted';
