import {
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { Argument, type Variables } from '../query/argument.ts';

/** What is known of a request while its statements are built. */
export interface KnownRequest {
  /** Coerced variables. Only their shape may go into a statement; see `shapeOf`. */
  readonly variables: Variables;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** An argument or input field as the caller wrote it: a literal, a variable, or an object of both. */
export function argumentFrom(
  definition: GraphQLArgument | GraphQLInputField,
  node: ValueNode | undefined,
  known: KnownRequest,
): Argument {
  const fallback = Argument.constant(definition.defaultValue);
  if (node === undefined) return fallback;
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    if (!Object.hasOwn(known.variables, name)) return fallback;
    return new Argument(known.variables[name], (variables) => variables[name]);
  }
  return literalArgument(definition.type, node, known);
}

function literalArgument(type: GraphQLInputType, node: ValueNode, known: KnownRequest): Argument {
  if (!holdsVariable(node)) return Argument.constant(valueFromAST(node, type));
  const inner = getNullableType(type);
  if (node.kind === Kind.OBJECT && isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).map((field): [string, Argument] => [
      field.name,
      argumentFrom(field, node.fields.find(({ name }) => name.value === field.name)?.value, known),
    ]);
    return composed(fields, (values) => Object.fromEntries(values), known, new Map(fields));
  }
  if (isListType(inner)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    const parts = items.map((item, index): [string, Argument] => [
      String(index),
      itemArgument(inner.ofType, item, known),
    ]);
    // An item that is left out moves those behind it up: such a list is read as a whole.
    const isWhole = parts.every(([, part]) => part.read(known.variables) !== undefined);
    return composed(
      parts,
      (values) => values.map(([, value]) => value),
      known,
      isWhole ? new Map(parts) : null,
    );
  }
  throw new Error('A literal that is no object and no list holds no variable.');
}

const itemArgument = (type: GraphQLInputType, node: ValueNode, known: KnownRequest): Argument =>
  node.kind === Kind.VARIABLE
    ? new Argument(known.variables[node.name.value], (variables) => variables[node.name.value])
    : literalArgument(type, node, known);

/** Parts that the caller left out stay out, as they do in a variable. */
function composed(
  parts: [string, Argument][],
  join: (values: [string, unknown][]) => unknown,
  known: KnownRequest,
  byName: ReadonlyMap<string, Argument> | null,
): Argument {
  const read = (variables: Variables): unknown =>
    join(
      parts
        .map(([name, part]): [string, unknown] => [name, part.read(variables)])
        .filter(([, value]) => value !== undefined),
    );
  return new Argument(read(known.variables), read, byName);
}

function holdsVariable(node: ValueNode): boolean {
  switch (node.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return node.values.some(holdsVariable);
    case Kind.OBJECT:
      return node.fields.some(({ value }) => holdsVariable(value));
    default:
      return false;
  }
}

/**
 * What of a value a statement may depend on, as a key: which fields are there, how many input objects a list holds,
 * whether a list of scalars holds none, one or more, and the value itself of enums and Booleans.
 */
export function shapeOf(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return '_';
  if (value === null) return '0';
  if (isNonNullType(type)) return shapeOf(type.ofType, value);
  if (isListType(type)) {
    const items = Array.isArray(value) ? value : [value];
    if (isInputObjectType(getNamedType(type)))
      return `[${items.map((item) => shapeOf(type.ofType, item)).join()}]`;
    return items.length > 1 ? '[2]' : `[${items.length}]`;
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const given = value as Record<string, unknown>; // coerced to this very type
    let shape = '{';
    for (const name of Object.keys(given)) {
      const field = fields[name];
      if (field !== undefined) shape += `${name}:${shapeOf(field.type, given[name])},`;
    }
    return `${shape}}`;
  }
  if (isEnumType(type) || typeof value === 'boolean') return String(value);
  return '1';
}
