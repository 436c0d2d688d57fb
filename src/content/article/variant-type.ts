import { sql } from 'drizzle-orm';
import { builder } from '../../graphql/builder.ts';
import { differencesOf, TextDifference } from '../../graphql/text-difference-type.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import { articles, nearDuplicates } from './article-table.ts';
import { Article } from './article-type.ts';

export const Variant = builder.objectRef<object>('Variant').implement({
  description: 'An article that shares most of its text with another: a republication, or a later version.',
  fields: (t) => ({
    article: t.given({ type: Article, description: 'The other article.' }),
    similarity: t.given({
      type: 'Float',
      description: 'Estimated share of rows of words that both have, 0 to 1 (Jaccard).',
    }),
    differences: t.derived<
      { body: string; otherBody: string },
      { withEqual: ReturnType<typeof t.arg.boolean> },
      [typeof TextDifference]
    >({
      type: [TextDifference],
      from: ['body', 'otherBody'],
      args: {
        withEqual: t.arg.boolean({
          defaultValue: true,
          description:
            'Whether stretches in which both agree are given too; all together then are the texts.',
        }),
      },
      description: 'What differs between the two bodies as plain text, from this article to the other.',
      resolve: ({ body, otherBody }, { withEqual }) => differencesOf(body, otherBody, withEqual !== false),
    }),
  }),
});

/** The rows and values of `Article.variants`. */
export function variantsOf(article: Row<typeof articles>, aliases: Aliases) {
  const pair = aliases.of(nearDuplicates);
  const row = sql`${sql.identifier(aliases.name())}`;
  const other = aliases.of(articles);
  return {
    from: sql`(SELECT ${pair.otherId} AS id, ${pair.similarity} / 1000.0 AS similarity FROM ${fromRow(pair)} WHERE ${pair.articleId} = ${article.id} ORDER BY ${pair.similarity} DESC, ${pair.otherId} LIMIT 20) ${row}`,
    values: {
      article: {
        table: articles,
        on: (record: object) => sql`${(record as Row<typeof articles>).id} = ${row}.id`, // the same table under an alias
      },
      similarity: sql`${row}.similarity`,
      body: sql`${article.body}`,
      otherBody: sql`(SELECT ${other.body} FROM ${fromRow(other)} WHERE ${other.id} = ${row}.id)`,
    },
  };
}
