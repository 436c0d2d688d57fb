import { sql } from 'drizzle-orm';
import { shortListSize } from '../query/list-keys.ts';
import { suggestionRows } from '../search/suggestions.ts';
import { builder } from './builder.ts';

const SuggestionType = builder.enumType('SuggestionType', {
  description: 'What a suggestion completes to.',
  values: {
    SPEAKER: { description: 'The name of a speaker.' },
    AUTHOR: { description: 'The name of an author.' },
    REGION: { description: 'The name of a region.' },
    THEME: { description: 'The name of a theme.' },
    REPORT: { description: 'The name of an in-depth report.' },
    OUTLET: { description: 'The name of an outlet.' },
    WORD: { description: 'A word of headlines and bodies, in small letters without accents.' },
  } as const,
});

const Suggestion = builder.objectRef<object>('Suggestion').implement({
  description: 'What someone may be about to type.',
  fields: (t) => ({
    type: t.given({ type: SuggestionType, description: 'What it is.' }),
    text: t.given({ type: 'String', description: 'The name or word in full.' }),
    slug: t.given({
      type: 'String',
      nullable: true,
      description: 'The slug of the record of that name, for filters. Null for a word.',
    }),
    id: t.given({
      type: 'ID',
      nullable: true,
      description: 'The global ID of the record of that name, for `node`. Null for a word.',
    }),
    count: t.given({
      type: 'Int',
      description: 'How many quotations a speaker has, how many pieces the others.',
    }),
  }),
});

builder.queryField('suggest', (t) =>
  t.objects({
    type: Suggestion,
    description:
      'Completes what is being typed: names of which a word begins so, the most frequent first, then words. Accents and case do not matter; words are completed from the third letter on. Nothing typed completes to nothing.',
    args: {
      prefix: t.arg.string({ required: true, description: 'What was typed so far.' }),
      types: t.arg({ type: [SuggestionType], description: 'What to complete to. Without it: everything.' }),
      first: t.arg.int({ defaultValue: 10, description: 'How many at most, 0 to 100.' }),
    },
    rows: (_row, args, aliases) => {
      const row = sql`${sql.identifier(aliases.name())}`;
      return {
        from: sql`${suggestionRows(args('prefix'), args('types'), shortListSize(args('first')), aliases)} ${row}`,
        values: {
          type: sql`${row}.type`,
          text: sql`${row}.text`,
          slug: sql`${row}.slug`,
          id: sql`${row}.node_id`,
          count: sql`${row}.count`,
        },
      };
    },
  }),
);
