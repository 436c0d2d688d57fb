import { UNDATED } from '../../content/article/article-table.ts';
import { extractQuotes } from '../../quote-extraction/extract-quotes.ts';
import type { ExtractedQuote } from '../../quote-extraction/quote.ts';
import { dateSortKey } from '../../text/dates.ts';
import { detectLanguage } from '../../text/language.ts';
import { type RenderedBody, renderBody } from '../../text/markdown-body.ts';
import type { ArticleDraft } from '../readers/reader.ts';
import { articleKeyOf } from './article-key.ts';

/** A piece as it will be stored, but for the names in it: all that can be said without asking the archive. */
export interface PreparedArticle {
  readonly draft: ArticleDraft;
  readonly naturalKey: string;
  readonly body: RenderedBody;
  /** BCP 47; `und` where neither the page nor its text tells. */
  readonly inLanguage: string;
  readonly inLanguageInferred: boolean;
  /** Milliseconds since 1970 of the first instant that the date allows; `UNDATED` without one. */
  readonly sortKey: number;
  readonly wordCount: number;
  readonly quotes: readonly ExtractedQuote[];
}

/** Renders the body, tells the language, extracts the quotes. Pure. */
export function prepareArticle(draft: ArticleDraft): PreparedArticle {
  const body = renderBody(draft.body);
  const detected = draft.inLanguage === null ? detectLanguage(body.text) : null;
  const inLanguage = draft.inLanguage ?? detected?.language ?? 'und';
  return {
    draft,
    naturalKey: articleKeyOf(draft),
    body,
    inLanguage,
    inLanguageInferred: draft.inLanguage === null,
    sortKey: draft.datePublished === null ? UNDATED : Date.parse(dateSortKey(draft.datePublished.iso)),
    wordCount: countWords(body.text),
    quotes: extractQuotes({
      body: body.text,
      headline: draft.headline,
      language: inLanguage === 'und' ? null : inLanguage,
      datePublished: draft.datePublished?.iso ?? null,
    }),
  };
}

/** Words by Unicode letters and digits; scripts without spaces count by character runs. */
function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}
