import { markedRanges } from '../search/highlights.ts';
import { builder } from './builder.ts';

const SearchField = builder.enumType('SearchField', {
  description: 'Where words are searched.',
  values: {
    HEADLINE: { description: 'The title of an article.' },
    ALTERNATIVE_HEADLINE: { description: 'The deck under it.' },
    DESCRIPTION: { description: 'The standfirst or summary.' },
    BODY: { description: 'The body.' },
    TEXT: { description: 'The words of a quotation.' },
    SPEAKER_NAME: { description: 'The name of the speaker that the piece uses.' },
    NAME: { description: 'The name of a speaker or author.' },
    OTHER_NAMES: { description: 'Other names of a speaker that pieces use, parted by " · ".' },
  } as const,
});

const TextRange = builder.objectRef<{ start: number; end: number }>('TextRange').implement({
  description: 'A stretch of a text, in UTF-16 units.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins.' }),
    end: t.exposeInt('end', { description: 'Where it ends, exclusive.' }),
  }),
});

export const SearchHighlight = builder.objectRef<object>('SearchHighlight').implement({
  description: 'A field that holds what was searched: of a body the passage that fits best, others whole.',
  fields: (t) => ({
    field: t.given({ type: SearchField, description: 'Which field.' }),
    text: t.given({ type: 'String', description: 'The text, plain; "…" stands where a passage was cut.' }),
    html: t.given({
      type: 'String',
      description: 'The text as HTML that is safe to show: escaped, hits in `<mark>`.',
    }),
    ranges: t.derived<{ marked: string }, Record<never, never>, [typeof TextRange]>({
      type: [TextRange],
      from: ['marked'],
      description: 'Where the hits stand in `text`.',
      resolve: ({ marked }) => markedRanges(marked),
    }),
  }),
});
