import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { filterInput } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { Node } from '../../graphql/relay.ts';
import { articles } from '../article/article-table.ts';
import { Article } from '../article/article-type.ts';
import { importItemList, importRunList } from './import-run-list.ts';
import { importItems, importRuns } from './import-run-table.ts';

const ImportStatus = builder.enumType('ImportStatus', {
  description: 'How far an import has come.',
  values: {
    RUNNING: { description: 'It runs, or was cut off.' },
    FINISHED: { description: 'It has gone through all of its input.' },
    STOPPED: { description: 'It was stopped; the same command goes on with it.' },
  } as const,
});

const ImportOutcome = builder.enumType('ImportOutcome', {
  description: 'What became of one item of an import.',
  values: {
    NEW: { description: 'A new piece.' },
    CHANGED: { description: 'A new state of a piece that the archive held.' },
    UNCHANGED: { description: 'The same as before.' },
    REFUSED: { description: 'It could not be taken in. The raw input is kept.' },
  } as const,
});

const ImportItem = rowRef('ImportItem', importItems);

implementRow(ImportItem, {
  table: importItems,
  description: 'One item of an import: a file, or an entry of a feed or an export.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(importItems.nodeId, { type: 'ID', description: 'The global ID.' }),
    position: t.column(importItems.position, { description: 'Its place in the import, from 0.' }),
    locator: t.column(importItems.locator, {
      description: 'The input as it was named, with the place inside it: `feed.xml#3`.',
    }),
    format: t.column(importItems.format, {
      description:
        'The format that it was read as: `text-capture`, `html-page`. Null when it was not recognised.',
    }),
    byteStart: t.column(importItems.byteStart, {
      description: 'First byte of the item in its file. Null when the file could not be read.',
    }),
    byteEnd: t.column(importItems.byteEnd, { description: 'Last byte of the item, exclusive.' }),
    contentHash: t.column(importItems.contentHash, {
      description: 'SHA-256 of its bytes, hexadecimal. Null when they could not be read.',
    }),
    outcome: t.column(importItems.outcome, { type: ImportOutcome, description: 'What became of it.' }),
    article: t.one({
      type: Article,
      table: articles,
      nullable: true,
      description: 'The piece that it became. Null for one that was refused.',
      on: (article, item) => eq(article.id, item.articleId),
    }),
    code: t.column(importItems.code, {
      description: 'Why it was refused, for programs: `NOT_UTF8`. Null for others.',
    }),
    line: t.column(importItems.line, {
      description: 'The line at fault, from 1. Null where none can be named.',
    }),
    message: t.column(importItems.message, {
      description: 'Why it was refused, for people. Null for others.',
    }),
    hint: t.column(importItems.hint, {
      description: 'How to mend what it was refused for. Null for others.',
    }),
    import: t.one({
      type: Import,
      table: importRuns,
      description: 'The import that it was part of.',
      on: (run, item) => eq(run.id, item.runId),
    }),
    createdAt: t.column(importItems.createdAt, { type: 'DateTime', description: 'When it was dealt with.' }),
    updatedAt: t.column(importItems.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

const ImportItemList = listType({
  node: ImportItem,
  definition: importItemList,
  plural: 'imported items',
  filter: filterInput('ImportItemFilter', 'imported items', (t) => ({
    id: t.field({ type: ['ID'], description: 'One of these global IDs.' }),
    outcome: t.field({ type: [ImportOutcome], description: 'With one of these outcomes.' }),
    code: t.stringList({ description: 'Refused with one of these codes.' }),
  })),
  orderings: { POSITION: 'The place in the import.' },
});

export const Import = rowRef('Import', importRuns);

implementRow(Import, {
  table: importRuns,
  description: 'One run of the importer: what came in, and what became of it.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(importRuns.nodeId, { type: 'ID', description: 'The global ID.' }),
    startedAt: t.column(importRuns.startedAt, { type: 'DateTime', description: 'When it began.' }),
    finishedAt: t.column(importRuns.finishedAt, {
      type: 'DateTime',
      description: 'When it ended. Null for one that runs or was cut off.',
    }),
    status: t.column(importRuns.status, { type: ImportStatus, description: 'How far it has come.' }),
    inputs: t.expression({
      type: ['String'],
      description: 'What it was asked to take in.',
      sql: (run) => sql`json(${run.inputs})`,
    }),
    newCount: t.column(importRuns.newCount, { description: 'How many pieces were new.' }),
    changedCount: t.column(importRuns.changedCount, { description: 'How many had changed.' }),
    unchangedCount: t.column(importRuns.unchangedCount, { description: 'How many were as before.' }),
    refusedCount: t.column(importRuns.refusedCount, { description: 'How many were refused.' }),
    items: listField(t, ImportItemList, {
      description: 'Its items, in the order of the input.',
      scope: (run: typeof importRuns) => (item) => [eq(item.runId, run.id)],
    }),
    createdAt: t.column(importRuns.createdAt, { type: 'DateTime', description: 'When its record was made.' }),
    updatedAt: t.column(importRuns.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

const ImportList = listType({
  node: Import,
  definition: importRunList,
  plural: 'imports',
  filter: filterInput('ImportFilter', 'imports', (t) => ({
    id: t.field({ type: ['ID'], description: 'One of these global IDs.' }),
    status: t.field({ type: [ImportStatus], description: 'With one of these states.' }),
  })),
  orderings: { STARTED_AT: 'When it began.' },
});

builder.queryField('imports', (t) =>
  listField(t, ImportList, {
    description: 'What came into the archive, and what was refused, newest run first.',
  }),
);

lookUpField('import', {
  type: Import,
  table: importRuns,
  by: { id: (run) => run.nodeId },
  description: 'One run of the importer, or null when the archive does not know it.',
});
