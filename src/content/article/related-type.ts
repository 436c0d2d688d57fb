import { sql } from 'drizzle-orm';
import { builder } from '../../graphql/builder.ts';
import { jsonArray } from '../../query/json-sql.ts';
import type { Aliases, Row } from '../../query/list.ts';
import { articles } from './article-table.ts';
import { Article } from './article-type.ts';
import { type RelationKind, reasonRows, relatedRows } from './related.ts';

const RelatedReasonKind = builder.enumType('RelatedReasonKind', {
  description: 'What two articles share.',
  values: {
    LINK: { description: 'One links to the other.' },
    REPORT: { description: 'Both belong to an in-depth report.' },
    SPEAKER: { description: 'Both quote a speaker.' },
    THEME: { description: 'Both state a theme.' },
    REGION: { description: 'Both state a region.' },
  } as const satisfies Record<RelationKind, unknown>,
});

const RelatedReason = builder.objectRef<object>('RelatedReason').implement({
  description: 'Why two articles are related.',
  fields: (t) => ({
    kind: t.given({ type: RelatedReasonKind, description: 'What they share.' }),
    name: t.given({
      type: 'String',
      description: 'Its name; for a link the headline of the other article.',
    }),
    slug: t.given({ type: 'String', description: 'Its slug.' }),
    id: t.given({ type: 'ID', description: 'Its global ID, for `node`.' }),
  }),
});

export const RelatedArticle = builder.objectRef<object>('RelatedArticle').implement({
  description: 'An article related to another, and why.',
  fields: (t) => ({
    article: t.given({ type: Article, description: 'The other article.' }),
    score: t.given({
      type: 'Float',
      description:
        'How closely, 0 to 1: what is shared counts by kind and rarity, less when far apart in time.',
    }),
    reasons: t.given({
      type: [RelatedReason],
      description: 'What they share, what counts most first; at most 20.',
    }),
  }),
});

/** The rows and values of `Article.related`. */
export function relatedTo(article: Row<typeof articles>, first: ReturnType<typeof sql>, aliases: Aliases) {
  const related = sql`${sql.identifier(aliases.name())}`;
  return {
    from: sql`${relatedRows(article, first, aliases)} ${related}`,
    values: {
      article: {
        table: articles,
        on: (other: object) => sql`${(other as Row<typeof articles>).id} = ${related}.id`, // the same table under an alias
      },
      score: sql`${related}.score`,
      reasons: (part: {
        object: (values: Record<string, ReturnType<typeof sql>>) => ReturnType<typeof sql>;
      }) => {
        const reason = sql`${sql.identifier(aliases.name())}`;
        return jsonArray(
          part.object({
            kind: sql`${reason}.kind`,
            name: sql`${reason}.name`,
            slug: sql`${reason}.slug`,
            id: sql`${reason}.node_id`,
          }),
          sql`${reasonRows(sql`${article.id}`, sql`${related}.id`)} ${reason}`,
        );
      },
    },
  };
}
