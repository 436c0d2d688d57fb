import { UNDATED } from '../../content/article/article-table.ts';
import { extractQuotes } from '../../quote-extraction/extract-quotes.ts';
import type { ExtractedQuote } from '../../quote-extraction/quote.ts';
import { dateSortKey } from '../../text/dates.ts';
import { detectLanguage } from '../../text/language.ts';
import { blockQuotesOf, type RenderedBody, renderBody } from '../../text/markdown-body.ts';
import type { ArchivedAs, ArticleDraft } from '../readers/reader.ts';
import { articleKeyOf } from './article-key.ts';
import { bandKeysOf, type Signature, signatureOf } from './near-duplicates.ts';

/** A piece as it will be stored, but for the names in it: all that can be said without asking the archive. */
export interface PreparedArticle {
  readonly draft: ArticleDraft;
  /** What the archive that it was exported from had named it. */
  readonly archivedAs: ArchivedAs | null;
  readonly naturalKey: string;
  readonly body: RenderedBody;
  /** BCP 47; `und` where neither the page nor its text tells. */
  readonly inLanguage: string;
  readonly inLanguageInferred: boolean;
  /** Milliseconds since 1970 of the first instant that the date allows; `UNDATED` without one. */
  readonly sortKey: number;
  readonly wordCount: number;
  readonly quotes: readonly ExtractedQuote[];
  /** By which pieces that share most of their text find each other; null for a text too short to be compared. */
  readonly signature: Signature | null;
  readonly bandKeys: readonly string[];
  /** The draft as JSON, as it is kept with its revision. */
  readonly draftJson: string;
}

/** Renders the body, tells the language, extracts the quotes, signs the text. Pure. */
export function prepareArticle({ archivedAs, ...draft }: ArticleDraft): PreparedArticle {
  const body = renderBody(draft.body);
  const detected = draft.inLanguage === null ? detectLanguage(body.text) : null;
  const inLanguage = draft.inLanguage ?? detected?.language ?? 'und';
  const signature = signatureOf(body.text);
  return {
    draft,
    archivedAs: archivedAs ?? null,
    naturalKey: articleKeyOf(draft),
    body,
    inLanguage,
    inLanguageInferred: draft.inLanguage === null,
    sortKey: draft.datePublished === null ? UNDATED : Date.parse(dateSortKey(draft.datePublished.iso)),
    wordCount: countWords(body.text),
    quotes: extractQuotes({
      body: body.text,
      blockQuotes: blockQuotesOf(body),
      headline: draft.headline,
      language: inLanguage === 'und' ? null : inLanguage,
      datePublished: draft.datePublished?.iso ?? null,
    }),
    signature,
    bandKeys: signature === null ? [] : [...new Set(bandKeysOf(signature))],
    draftJson: JSON.stringify(draft),
  };
}

/** Words by Unicode letters and digits; scripts without spaces count by character runs. */
function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}
