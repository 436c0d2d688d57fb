import { diffWords, type WordDifference } from '../text/word-diff.ts';
import { builder } from './builder.ts';

const DifferenceOp = builder.enumType('DifferenceOp', {
  description: 'What becomes of a stretch of text between two versions.',
  values: {
    EQUAL: { description: 'Both have it.' },
    INSERT: { description: 'Only the second has it.' },
    DELETE: { description: 'Only the first has it.' },
  } as const,
});

/** A stretch of words in which two texts agree or differ. */
export const TextDifference = builder.objectRef<WordDifference>('TextDifference').implement({
  description:
    'A stretch of words in which two texts agree or differ. Capitals, accents and marks count; styles of quotation marks and white space do not.',
  fields: (t) => ({
    op: t.field({ type: DifferenceOp, description: 'What becomes of it.', resolve: ({ op }) => op }),
    text: t.exposeString('text', { description: 'As printed.' }),
    start: t.exposeInt('start', {
      description:
        'Where it begins, in UTF-16 units: of the first text for EQUAL and DELETE, of the second for INSERT.',
    }),
    end: t.exposeInt('end', { description: 'Where it ends, exclusive.' }),
  }),
});

/** The differences from one text to another; without those in which they agree unless wanted. */
export const differencesOf = (before: string, after: string, withEqual: boolean): WordDifference[] =>
  diffWords(before, after).filter(({ op }) => withEqual || op !== 'EQUAL');
