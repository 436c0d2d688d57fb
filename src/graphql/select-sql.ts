import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { checkedIds, type ListSize } from '../query/answer-size.ts';
import { Argument, parameter, type Variables } from '../query/argument.ts';
import { currentId } from '../query/filter-fields.ts';
import { foundOnce } from '../query/found-once.ts';
import { jsonArray, jsonObject, literal } from '../query/json-sql.ts';
import { Aliases, fromRow, type ListedTable, type Row } from '../query/list.ts';
import { type FoundRows, listKeys } from '../query/list-keys.ts';
import { type PageInfoField, type PagePart, pageSql } from '../query/list-page.ts';
import { argumentFrom, type KnownRequest } from './input-argument.ts';
import {
  type Arguments,
  type FieldPlan,
  needsKey,
  type ObjectValues,
  planOf,
  type SelectedPart,
  tableOf,
} from './plan-field.ts';
import { columnNamed, fieldOf, isTableOf, objectType } from './schema-lookup.ts';
import { type SelectedField, selectedFields } from './selection.ts';

/** The type of an object in an abstract place, for resolvers to read. */
export const TYPE_KEY = '#type';

type Property = [name: string, value: SQL];

/** What a facet or a timeline weighs among the rows of an answer: it reads every row of its list and shows few. */
const ROWS_OF_A_COUNT = 20;

/** Where a value object without a row of its own stands in for one: fields of `Query`. */
const NO_ROW = undefined as unknown as Row; // planned root fields have no row and their plans read none

/**
 * Turns the selection of one field into the SQL expression of its JSON.
 *
 * With `forResolvers` the JSON also carries what fields computed in JavaScript need, under keys that no caller can
 * write. Without it the JSON is the answer itself; `isDirect` then tells whether it is complete.
 */
export class SelectSql {
  readonly aliases = new Aliases();
  /** Whether every selected value is computed by SQLite. */
  isDirect = true;
  /** The lists that are asked for, and those within them: what an answer may grow to. */
  readonly lists: ListSize[] = [];
  #within: ListSize[] = this.lists;
  /** The lists beside the one whose fields are being read. */
  #beside: ListSize[] = this.lists;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: KnownRequest,
    private readonly forResolvers: boolean,
  ) {}

  /** The value of a root field, or null when it has a resolver of its own. */
  root(parent: GraphQLObjectType, selected: SelectedField): SQL | null {
    const value = this.#value(parent, selected, NO_ROW);
    // Within an object SQLite makes JSON of each value; standing alone, a scalar has to be told.
    return value === null ? null : sql`json_quote(${value})`;
  }

  /** The JSON object of what is selected on rows of `type`. */
  object(type: GraphQLOutputType, sets: readonly (SelectionSetNode | undefined)[], row: Row): SQL {
    const named = getNamedType(type);
    if (isAbstractType(named)) return this.#abstractObject(named, sets, row);
    if (!isObjectType(named)) throw new Error(`${named.name} has no fields to select.`);
    return jsonObject(this.#properties(named, sets, row));
  }

  /** A row of an abstract type: the concrete one is known by the row's table. */
  #abstractObject(
    type: Parameters<GraphQLSchema['getPossibleTypes']>[0],
    sets: readonly (SelectionSetNode | undefined)[],
    row: Row,
  ): SQL {
    const concrete = this.schema.getPossibleTypes(type).find((candidate) => isTableOf(candidate, row));
    if (concrete === undefined) throw new Error(`No type of ${type.name} has rows of ${getTableName(row)}.`);
    const typed: Property[] = this.forResolvers ? [[TYPE_KEY, literal(concrete.name)]] : [];
    return jsonObject([...typed, ...this.#properties(concrete, sets, row)]);
  }

  #properties(
    type: GraphQLObjectType,
    sets: readonly (SelectionSetNode | undefined)[],
    row: Row,
  ): Property[] {
    return this.#fields(type, sets).flatMap((selected): Property[] => {
      const value = this.#value(type, selected, row);
      return value === null
        ? []
        : [[this.#isComputed(type, selected) ? needsKey(selected.key) : selected.key, value]];
    });
  }

  #value(type: GraphQLObjectType, selected: SelectedField, row: Row): SQL | null {
    if (selected.name === '__typename') return literal(type.name);
    const field = fieldOf(type, selected);
    const plan = planOf(field);
    if (plan === undefined) {
      this.isDirect = false;
      return null;
    }
    const args = this.#arguments(field, selected);
    const sets = selected.nodes.map(({ selectionSet }) => selectionSet);
    switch (plan.kind) {
      case 'value':
        return plan.sql(row, args, this.aliases);
      case 'group': {
        const object = this.object(field.type, sets, row);
        return plan.when === undefined ? object : sql`CASE WHEN ${plan.when(row)} THEN ${object} END`;
      }
      case 'object': {
        const object = this.#objectOf(objectType(field.type), sets, plan.values(row, args, this.aliases));
        return plan.when === undefined ? object : sql`CASE WHEN ${plan.when(row)} THEN ${object} END`;
      }
      case 'objects': {
        const { from, values, size } = plan.rows(row, args, this.aliases);
        const object = (): SQL => this.#objectOf(objectType(field.type), sets, values);
        return jsonArray(size === undefined ? object() : this.#sized(field.name, size, object), from);
      }
      case 'one':
        return this.#record(field, sets, plan.table, (target) => plan.on(target, row, args));
      case 'many': {
        const target = this.aliases.of(plan.table);
        return jsonArray(this.object(field.type, sets, target), plan.rows(target, row, this.aliases, args));
      }
      case 'list':
        return this.#page(field, sets, plan, row, args);
      case 'node':
        return this.#node(field, sets, plan, args);
      case 'computed':
        this.isDirect = false;
        return jsonObject(
          Object.entries(plan.needs(row, args, this.aliases)).map(([name, value]) => [name, sql`${value}`]),
        );
      case 'page':
      case 'over':
      case 'overAll':
      case 'derived':
      case 'given':
        throw new Error(`${type.name}.${field.name} has no row to be read from.`);
    }
  }

  #page(
    field: GraphQLField<unknown, unknown>,
    sets: readonly (SelectionSetNode | undefined)[],
    plan: FieldPlan & { kind: 'list' },
    row: Row,
    args: Arguments,
  ): SQL {
    const request = {
      filter: args('filter'),
      orderBy: args('orderBy'),
      first: args('first'),
      last: args('last'),
      after: args('after'),
      before: args('before'),
      offset: args('offset'),
    };
    const keys = listKeys(plan.definition, request, plan.scope(row, args), this.aliases);
    const connection = objectType(field.type);
    const [outer, beside] = [this.#within, this.#beside];
    this.#within = [];
    this.#beside = outer;
    outer.push({ name: field.name, size: keys.size, within: this.#within });
    const parts = this.#fields(connection, sets).map((selected): [string, PagePart<ListedTable>] => {
      if (selected.name === '__typename')
        return [selected.key, { kind: 'over', value: () => literal(connection.name) }];
      const part = fieldOf(connection, selected);
      return [selected.key, this.#pagePart(part, selected)];
    });
    const page = pageSql(plan.definition, keys, parts, this.aliases);
    this.#within = outer;
    this.#beside = beside;
    return page;
  }

  #pagePart(field: GraphQLField<unknown, unknown>, selected: SelectedField): PagePart<ListedTable> {
    const sets = selected.nodes.map(({ selectionSet }) => selectionSet);
    const plan = planOf(field);
    if (plan?.kind === 'over' || plan?.kind === 'overAll')
      return { kind: 'over', value: this.#over(field, selected, plan) };
    if (plan?.kind !== 'page') throw new Error(`Connections cannot plan ${field.name}.`);
    switch (plan.part) {
      case 'nodes':
        return { kind: 'nodes', item: (row) => this.object(field.type, sets, row) };
      case 'totalCount':
        return { kind: 'totalCount' };
      case 'edges': {
        const edge = objectType(field.type);
        return {
          kind: 'edges',
          properties: this.#fields(edge, sets).map((property) => [
            property.key,
            this.#edgeProperty(edge, property),
          ]),
        };
      }
      case 'pageInfo': {
        const type = objectType(field.type);
        return {
          kind: 'pageInfo',
          properties: this.#fields(type, sets).map(({ key, name }) => [
            key,
            name === '__typename' ? literal(type.name) : (name as PageInfoField), // the fields of Relay's PageInfo
          ]),
        };
      }
    }
  }

  /** The value of a field about all rows of a list. */
  #over(
    field: GraphQLField<unknown, unknown>,
    selected: SelectedField,
    plan: FieldPlan & { kind: 'over' | 'overAll' },
  ): (keys: FoundRows) => SQL {
    const sets = selected.nodes.map(({ selectionSet }) => selectionSet);
    if (plan.kind === 'over') {
      const args = this.#arguments(field, selected);
      const within: ListSize[] = [];
      // A bucket is a name and a number, unless lists are asked for within it.
      const size = (variables: Variables): number =>
        within.length === 0 ? ROWS_OF_A_COUNT : Number(args('first').read(variables) ?? ROWS_OF_A_COUNT);
      const counted = { name: field.name, size, within };
      this.#beside.push(counted);
      const object = (values: ObjectValues): SQL => this.#objectOf(objectType(field.type), sets, values);
      return (keys) => this.#inside(counted, () => plan.value(keys, args, { aliases: this.aliases, object }));
    }
    const type = objectType(field.type);
    const parts = this.#fields(type, sets).map((inner): readonly [string, (keys: FoundRows) => SQL] => {
      if (inner.name === '__typename') return [inner.key, () => literal(type.name)];
      const part = fieldOf(type, inner);
      const innerPlan = planOf(part);
      if (innerPlan?.kind !== 'over') throw new Error(`${type.name} cannot plan ${part.name}.`);
      return [inner.key, this.#over(part, inner, innerPlan)];
    });
    return (keys) =>
      foundOnce(keys, this.aliases, (found) => jsonObject(parts.map(([key, of]) => [key, of(found)])));
  }

  #edgeProperty(edge: GraphQLObjectType, { name, nodes }: SelectedField): 'cursor' | ((row: Row) => SQL) {
    if (name === 'cursor') return 'cursor';
    if (name === '__typename') return () => literal(edge.name);
    const node = edge.getFields().node;
    if (node === undefined) throw new Error(`${edge.name} has no node.`);
    return (row) =>
      this.object(
        node.type,
        nodes.map(({ selectionSet }) => selectionSet),
        row,
      );
  }

  /** The JSON object of what is selected on a type whose values are given. */
  #objectOf(
    type: GraphQLObjectType,
    sets: readonly (SelectionSetNode | undefined)[],
    values: ObjectValues,
  ): SQL {
    return jsonObject(
      this.#fields(type, sets).flatMap((selected): Property[] => {
        const { key, name, nodes } = selected;
        const value = values[name];
        if (value === undefined) {
          // A field that is not given can still be planned by itself, or be computed out of what is.
          const plan = name === '__typename' ? undefined : planOf(fieldOf(type, selected));
          const own =
            plan?.kind === 'derived' ? this.#needs(plan.from, values) : this.#value(type, selected, NO_ROW);
          return own === null ? [] : [[plan?.kind === 'derived' ? needsKey(key) : key, own]];
        }
        const field = fieldOf(type, selected);
        if (typeof value === 'function') return [[key, value(this.#part(field, selected))]];
        if (!('table' in value)) return [[key, value]];
        const inner = nodes.map(({ selectionSet }) => selectionSet);
        return [[key, this.#record(field, inner, value.table, value.on)]];
      }),
    );
  }

  /** The given values that JavaScript computes a field from. */
  #needs(from: readonly string[], values: ObjectValues): SQL {
    this.isDirect = false;
    return jsonObject(
      from.map((name): Property => {
        const value = values[name];
        if (value === undefined || typeof value === 'function' || 'table' in value)
          throw new Error(`${name} is no given value.`);
        return [name, value];
      }),
    );
  }

  #part(field: GraphQLField<unknown, unknown>, selected: SelectedField): SelectedPart {
    const sets = selected.nodes.map(({ selectionSet }) => selectionSet);
    return {
      args: this.#arguments(field, selected),
      object: (values) => this.#objectOf(objectType(field.type), sets, values),
      record: (row) => this.object(field.type, sets, row),
      over: (keys) => {
        const plan = planOf(field);
        if (plan?.kind !== 'over' && plan?.kind !== 'overAll')
          throw new Error(`${field.name} is not about a list.`);
        return this.#over(field, selected, plan)(keys);
      },
      list: (scope) => {
        const plan = planOf(field);
        if (plan?.kind !== 'list') throw new Error(`${field.name} is no list.`);
        // The caller knows which table its list is of; the plan has forgotten.
        const narrowed = { ...plan, scope: () => scope as unknown as ReturnType<typeof plan.scope> };
        return this.#page(field, sets, narrowed, NO_ROW, this.#arguments(field, selected));
      },
      sized: (size, build) => this.#sized(field.name, size, build),
    };
  }

  /** Counts what is built among the rows that the answer may hold, with the lists inside it. */
  #sized(name: string, size: ListSize['size'], build: () => SQL): SQL {
    const list = { name, size, within: [] };
    this.#within.push(list);
    return this.#inside(list, build);
  }

  #inside(list: { readonly within: ListSize[] }, build: () => SQL): SQL {
    const outer = this.#within;
    this.#within = list.within;
    const built = build();
    this.#within = outer;
    return built;
  }

  #record(
    field: GraphQLField<unknown, unknown>,
    sets: readonly (SelectionSetNode | undefined)[],
    table: SQLiteTable,
    on: (target: Row) => SQL,
  ): SQL {
    const target = this.aliases.of(table);
    return sql`(SELECT ${this.object(field.type, sets, target)} FROM ${fromRow(target)} WHERE ${on(target)})`;
  }

  /** Looks a global ID up in the table of every type of `Node`: the ID is in one of them at most. */
  #node(
    field: GraphQLField<unknown, unknown>,
    sets: readonly (SelectionSetNode | undefined)[],
    plan: FieldPlan & { kind: 'node' },
    args: Arguments,
  ): SQL {
    const named = getNamedType(field.type);
    if (!isAbstractType(named)) throw new Error(`${field.name} needs an abstract type.`);
    const tables = this.schema.getPossibleTypes(named).flatMap((type) => tableOf(type) ?? []);
    const lookUp = (id: SQL): SQL => {
      const current = currentId(id);
      const found = tables.map((table) => {
        const target = this.aliases.of(table);
        return sql`(SELECT ${this.object(field.type, sets, target)} FROM ${fromRow(target)} WHERE ${columnNamed(target, 'nodeId')} = ${current})`;
      });
      return sql`coalesce(${sql.join(found, sql.raw(', '))}, NULL)`;
    };
    if (!plan.many) return lookUp(args('id').bind());
    const ids = sql.identifier(this.aliases.name());
    const asked = (variables: Variables) => checkedIds(args('ids').read(variables));
    const size = (variables: Variables): number => asked(variables).length;
    const record = this.#sized(field.name, size, () => lookUp(sql`${ids}.value`));
    return jsonArray(record, sql`json_each(${parameter((given) => JSON.stringify(asked(given)))}) ${ids}`);
  }

  #fields(type: GraphQLObjectType, sets: readonly (SelectionSetNode | undefined)[]): SelectedField[] {
    return selectedFields(this.schema, type, sets, this.known);
  }

  #isComputed(type: GraphQLObjectType, selected: SelectedField): boolean {
    const field = type.getFields()[selected.name];
    return field !== undefined && planOf(field)?.kind === 'computed';
  }

  #arguments(field: GraphQLField<unknown, unknown>, { nodes }: SelectedField): Arguments {
    const given = new Map(nodes[0]?.arguments?.map(({ name, value }) => [name.value, value]));
    return (name) => {
      const definition = field.args.find((argument) => argument.name === name);
      return definition === undefined
        ? Argument.absent
        : argumentFrom(definition, given.get(name), this.known);
    };
  }
}
