import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInputType,
  type OperationDefinitionNode,
  OperationTypeNode,
  typeFromAST,
} from 'graphql';
import { checkAnswerSize } from '../query/answer-size.ts';
import type { Variables } from '../query/argument.ts';
import { fromRow } from '../query/list.ts';
import { buildAnswer, buildStatement, type Statement } from '../query/statement.ts';
import { shapeOf } from './input-argument.ts';
import { SelectSql } from './select-sql.ts';
import { type SelectedField, selectedFields } from './selection.ts';

/** Shapes of variables kept for one operation, at most: a client that varies its filter's fields makes a few. */
const MAX_SHAPES = 64;

/** A root field whose JSON one statement gives. */
export interface RootStatement {
  readonly key: string;
  readonly statement: Statement;
}

/**
 * One operation of a document and the statements that it was turned into, kept as long as the document is.
 *
 * A statement depends on the operation and on the shape of its variables (which filters are there, which order is
 * chosen), never on their values, which are bound when it runs.
 */
export class OperationPlan {
  readonly #rootType: GraphQLObjectType | null | undefined;
  readonly #direct = new Map<string, readonly RootStatement[] | null>();
  readonly #statements = new Map<string, Statement>();
  readonly #variableTypes: readonly (readonly [name: string, type: GraphQLInputType])[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  ) {
    this.#rootType = schema.getRootType(operation.operation);
    this.#variableTypes = (operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
      const input = typeFromAST(schema, type);
      return input !== undefined && isInputType(input) ? [[variable.name.value, input] as const] : [];
    });
  }

  /** The statements whose texts are the whole answer, or null when JavaScript has a part in it. */
  direct(variables: Variables): readonly RootStatement[] | null {
    if (this.operation.operation !== OperationTypeNode.QUERY) return null;
    return kept(this.#direct, this.#shape(variables), () => this.#buildDirect(variables));
  }

  /** The statement behind one root field, for resolvers. */
  root(key: string, variables: Variables): Statement {
    return kept(this.#statements, `${key} ${this.#shape(variables)}`, () => {
      const field = this.#rootFields(variables).find((candidate) => candidate.key === key);
      if (field === undefined || !this.#rootType) throw new Error(`The operation does not select ${key}.`);
      const select = this.#select(variables, true);
      const value = select.root(this.#rootType, field);
      if (value === null) throw new Error(`${field.name} is not planned.`);
      return bounded(select, value);
    });
  }

  /** The statement that reads what a resolver's place selects, for rows of `table` with the ids in its one parameter. */
  records(
    info: GraphQLResolveInfo,
    table: SQLiteTable & { id: unknown },
    place: string,
    variables: Variables,
  ): Statement {
    return kept(this.#statements, `${place} ${this.#shape(variables)}`, () => {
      const select = this.#select(variables, true);
      const row = select.aliases.of(table);
      const object = select.object(
        info.returnType,
        info.fieldNodes.map(({ selectionSet }) => selectionSet),
        row,
      );
      // The ids are the last parameter of the statement: whoever runs it appends them.
      return buildStatement(
        sql`SELECT ${object}, ${row.id as SQL} FROM ${fromRow(row)} WHERE ${row.id as SQL} IN (SELECT value FROM json_each(?))`,
      );
    });
  }

  #buildDirect(variables: Variables): readonly RootStatement[] | null {
    const rootType = this.#rootType;
    if (!rootType) return null;
    const roots: RootStatement[] = [];
    for (const field of this.#rootFields(variables)) {
      if (field.name === '__schema' || field.name === '__type') return null;
      const select = this.#select(variables, false);
      const value = select.root(rootType, field);
      if (value === null || !select.isDirect) return null;
      roots.push({ key: field.key, statement: bounded(select, value) });
    }
    return roots;
  }

  #rootFields(variables: Variables): SelectedField[] {
    if (!this.#rootType) return [];
    return selectedFields(this.schema, this.#rootType, [this.operation.selectionSet], this.#known(variables));
  }

  #select(variables: Variables, forResolvers: boolean): SelectSql {
    return new SelectSql(this.schema, this.#known(variables), forResolvers);
  }

  #known(variables: Variables) {
    return { variables, fragments: this.fragments };
  }

  #shape(variables: Variables): string {
    let shape = '';
    for (const [name, type] of this.#variableTypes) shape += `${shapeOf(type, variables[name])};`;
    return shape;
  }
}

/** A statement that checks how large the answer may grow before it gives its parameters away. */
function bounded({ lists, aliases }: SelectSql, answer: SQL): Statement {
  const statement = buildAnswer(answer, aliases.checks);
  if (lists.length === 0) return statement;
  return {
    ...statement,
    bind: (variables) => {
      checkAnswerSize(lists, variables);
      return statement.bind(variables);
    },
  };
}

const plans = new WeakMap<OperationDefinitionNode, OperationPlan>();

/** The plan of the operation that a resolver is part of. */
export function planOfOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): OperationPlan {
  const known = plans.get(operation);
  if (known !== undefined) return known;
  const plan = new OperationPlan(schema, operation, fragments);
  plans.set(operation, plan);
  return plan;
}

function kept<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (cache.size >= MAX_SHAPES) {
    const [oldest] = cache.keys();
    if (oldest !== undefined) cache.delete(oldest);
  }
  cache.set(key, value);
  return value;
}
