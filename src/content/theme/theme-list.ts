import { sql } from 'drizzle-orm';
import { containing, isRoot, oneOfValues, within } from '../../query/filter-fields.ts';
import type { ListDefinition } from '../../query/list.ts';
import { themeClosure, themes } from './theme-table.ts';

/** Every list of themes: what can be asked of it and in which order it comes. */
export const themeList: ListDefinition<typeof themes> = {
  name: 'themes',
  table: themes,
  filter: {
    id: (theme, value) => oneOfValues(theme.nodeId, value),
    slug: (theme, value) => oneOfValues(theme.slug, value),
    name: (theme, value) => sql`${theme.name} LIKE ${value.bind(containing)} ESCAPE '\\'`,
    code: (theme, value) => oneOfValues(theme.code, value),
    isRoot: (theme, value) => isRoot(theme.parentId, value),
    within: (theme, value, aliases) => within(theme.id, themes, themeClosure, value, aliases),
  },
  orderings: {
    NAME: { column: (theme) => sql`${theme.name}`, isDate: false },
    ARTICLE_COUNT: { column: (theme) => sql`${theme.articleCount}`, isDate: false },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
