import { sql } from 'drizzle-orm';
import { oneOfValues } from '../../query/filter-fields.ts';
import type { ListDefinition } from '../../query/list.ts';
import { importItems, importRuns } from './import-run-table.ts';

/** Every list of import runs. */
export const importRunList: ListDefinition<typeof importRuns> = {
  name: 'imports',
  table: importRuns,
  filter: {
    id: (run, value) => oneOfValues(run.nodeId, value),
    status: (run, value) => oneOfValues(run.status, value),
  },
  orderings: { STARTED_AT: { column: (run) => sql`${run.startedAt}`, isDate: false } },
  defaultOrder: { field: 'STARTED_AT', direction: 'DESC' },
};

/** Every list of imported items. */
export const importItemList: ListDefinition<typeof importItems> = {
  name: 'import-items',
  table: importItems,
  filter: {
    id: (item, value) => oneOfValues(item.nodeId, value),
    outcome: (item, value) => oneOfValues(item.outcome, value),
    code: (item, value) => oneOfValues(item.code, value),
  },
  orderings: { POSITION: { column: (item) => sql`${item.position}`, isDate: false } },
  defaultOrder: { field: 'POSITION', direction: 'ASC' },
};
