import type { quotes } from '../../content/quote/quote-table.ts';
import { quoteWords, wordsHashOf } from '../../content/quote/quote-words.ts';
import { type ExtractedQuote, QUOTE_EXTRACTION_VERSION } from '../../quote-extraction/quote.ts';
import type { BodyLink, RenderedBody } from '../../text/markdown-body.ts';
import type { StorableQuote } from '../quote-corrections.ts';
import type { PreparedArticle } from './prepare-article.ts';

/** What of a piece its quotations need. */
export type QuotedArticle = Pick<PreparedArticle, 'naturalKey' | 'inLanguage' | 'sortKey' | 'quotes'> & {
  readonly body: Pick<RenderedBody, 'text' | 'links'>;
};

/** The columns of a quotation that follow from the piece and its extraction. */
export type QuoteValues = Omit<
  typeof quotes.$inferInsert,
  'id' | 'articleId' | 'nodeId' | 'createdAt' | 'updatedAt' | 'searchKey' | 'clusterId'
>;

/** A quotation as a row, but for its record. */
export function quoteValues(
  { body, inLanguage, sortKey }: Pick<QuotedArticle, 'body' | 'inLanguage' | 'sortKey'>,
  quote: StorableQuote,
  speakerId: number | null,
  position: number,
): QuoteValues {
  const { speaker, cue, context } = quote;
  return {
    position,
    start: quote.start,
    end: quote.end,
    text: quote.text,
    normalizedText: quote.normalizedText,
    wordsHash: wordsHashOf(quoteWords(quote.normalizedText)),
    kind: quote.kind,
    place: quote.place,
    speakerId,
    speakerStatus: speaker.status,
    speakerName: speaker.name,
    speakerMention: speaker.mention,
    speakerRole: speaker.role,
    speakerDescription: speaker.description,
    cueText: cue?.text ?? null,
    cueStart: cue?.start ?? null,
    cueEnd: cue?.end ?? null,
    contextStart: context.start,
    contextEnd: context.end,
    marks: JSON.stringify(quote.marks),
    sourceUrl: quote.place === 'BODY' ? sourceOf(quote, body.links) : null,
    saidOn: quote.saidOn,
    occasion: quote.occasion,
    groupNumber: quote.group,
    confidence: quote.confidence,
    rule: quote.rule,
    origin: quote.origin,
    extractionVersion: QUOTE_EXTRACTION_VERSION,
    inLanguage,
    sortKey,
  };
}

/** The link that backs a quote: on its words or the reporting ones, else the nearest one in the sentence around it. */
function sourceOf({ start, end, cue, context }: ExtractedQuote, links: readonly BodyLink[]): string | null {
  const near = links.filter(
    (link) => link.url?.startsWith('http') && link.start >= context.start && link.end <= context.end,
  );
  const onCue = near.find((link) => cue !== null && link.start < cue.end && link.end > cue.start);
  const distance = (link: BodyLink) => Math.max(link.start - end, start - link.end, 0);
  const [nearest] = near.toSorted((one, other) => distance(one) - distance(other));
  return (onCue ?? nearest)?.url ?? null;
}
