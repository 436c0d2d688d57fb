import type { ArgBuilder, FieldRef } from '@pothos/core';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CitableWork } from '../../export/citable-work.ts';
import { CITATION_CREDIT, cite } from '../../export/citations.ts';
import { builder } from '../../graphql/builder.ts';
import { TYPE_KEY } from '../../graphql/select-sql.ts';
import type { Aliases, Row } from '../../query/list.ts';

type Types = (typeof builder)['$inferSchemaTypes'];

export const CitationStyle = builder.enumType('CitationStyle', {
  description: 'How a citation is printed.',
  values: {
    APA: { description: 'Plain text, American Psychological Association, 7th edition.' },
    MLA: { description: 'Plain text, Modern Language Association, 9th edition.' },
    CHICAGO: {
      description:
        'Plain text, Chicago Manual of Style, 17th edition: a bibliography entry, a note for a quotation.',
    },
    BIBTEX: { description: 'A BibTeX record, for LaTeX and most reference managers.' },
    RIS: { description: 'A RIS record, for Zotero, EndNote and Mendeley.' },
    CSL_JSON: { description: 'CSL-JSON, an array of one item: for citation processors.' },
  } as const,
});

const CITE =
  'A citation ready to be printed or imported. What the page does not say is left out, or marked as the style asks ("n.d.").';
const PERMALINK =
  "Path of its page on this service, which stays: put the service's address before it. It leads to the record in a browser, whatever becomes of the page at the outlet.";
const STYLE = 'The style or file format.';

/** What can be cited: pieces, and quotations in them. */
export const Citable = builder.interfaceRef<never>('Citable').implement({
  description: `What can be cited. ${CITATION_CREDIT}.`,
  fields: (t) => ({
    cite: t.field({
      type: 'String',
      description: `${CITE} ${CITATION_CREDIT}.`,
      args: { style: t.arg({ type: CitationStyle, required: true, description: STYLE }) },
      resolve: () => '',
    }),
    permalink: t.field({ type: 'String', description: PERMALINK, resolve: () => '' }),
  }),
  resolveType: (value: unknown) => (value as Record<string, string>)[TYPE_KEY] ?? null,
});

interface FieldBuilder {
  readonly arg: ArgBuilder<Types>;
  computed(options: never): FieldRef<Types, unknown>;
  expression(options: never): FieldRef<Types, unknown>;
}

/** The fields of `Citable` for rows of a table. `work` is the JSON of a `CitableWork`. */
export function citableFields<Table extends SQLiteTable>(
  t: FieldBuilder,
  of: {
    readonly work: (row: Row<Table>, aliases: Aliases) => SQL;
    readonly permalink: (row: Row<Table>) => SQL;
  },
) {
  // This builder forgets which table it is for, as in `listField`: the row it gets is always of that table.
  return {
    cite: t.computed({
      type: 'String',
      description: `${CITE} ${CITATION_CREDIT}.`,
      args: { style: t.arg({ type: CitationStyle, required: true, description: STYLE }) },
      needs: (row: Row<Table>, _args: unknown, aliases: Aliases) => ({ work: of.work(row, aliases) }),
      resolve: ({ work }: { work: CitableWork }, { style }: { style: Parameters<typeof cite>[1] }) =>
        cite(work, style),
    } as never),
    permalink: t.expression({ type: 'String', description: PERMALINK, sql: of.permalink } as never),
  };
}
