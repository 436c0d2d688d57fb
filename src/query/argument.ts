import { type SQL, sql } from 'drizzle-orm';
import type { SqlValue } from '../archive/database.ts';

/** The variables of one request, coerced to their types. */
export type Variables = Readonly<Record<string, unknown>>;

/** A place in a statement whose value is known only when it runs. */
export class Binding {
  constructor(readonly read: (variables: Variables) => SqlValue) {}
}

/**
 * A value that a caller gives: an argument or a part of one.
 *
 * A statement is built once and run with many values, so whoever builds SQL sees a value's shape only: whether it is
 * there, its fields, its items, and the value itself where it is one of few (an enum, a Boolean). Everything else goes
 * into the statement as a binding.
 */
export class Argument {
  readonly #known: unknown;
  readonly #read: (variables: Variables) => unknown;
  readonly #parts: ReadonlyMap<string, Argument> | null;

  /** @param parts What a literal is put together from: a part is then read by itself, without the whole. */
  constructor(
    known: unknown,
    read: (variables: Variables) => unknown,
    parts: ReadonlyMap<string, Argument> | null = null,
  ) {
    this.#known = known;
    this.#read = read;
    this.#parts = parts;
  }

  static constant(value: unknown): Argument {
    return new Argument(value, () => value);
  }

  static readonly absent = Argument.constant(undefined);

  /** Whether the caller gave a value other than null. */
  get isGiven(): boolean {
    return this.#known !== undefined && this.#known !== null;
  }

  /** The value, for enums and Booleans alone: another value here would be built into the statement for good. */
  get choice(): unknown {
    return this.#known;
  }

  /** A field of an input object; absent where the object lacks it. */
  field(name: string): Argument {
    const known = this.#known;
    if (typeof known !== 'object' || known === null) return Argument.absent;
    const part = this.#parts?.get(name);
    if (part !== undefined) return part;
    return new Argument((known as Record<string, unknown>)[name], (variables) => {
      const value = this.#read(variables);
      return typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[name]
        : undefined;
    });
  }

  /** The fields that the caller gave, in the caller's order. */
  fields(): [name: string, value: Argument][] {
    if (typeof this.#known !== 'object' || this.#known === null) return [];
    return Object.keys(this.#known)
      .map((name): [string, Argument] => [name, this.field(name)])
      .filter(([, value]) => value.isGiven);
  }

  /** The items of a list of input objects: their number belongs to the statement's shape. */
  items(): Argument[] {
    if (!Array.isArray(this.#known)) return [];
    return this.#known.map(
      (item, index) =>
        this.#parts?.get(String(index)) ??
        new Argument(item, (variables) => (this.#read(variables) as readonly unknown[])[index]),
    );
  }

  /** How many input objects it holds, itself included: what a statement that spells them out grows with. */
  get objectCount(): number {
    return countObjects(this.#known);
  }

  /** How many items a list has, as far as a statement may depend on it. */
  get size(): 'none' | 'one' | 'many' {
    const length = Array.isArray(this.#known) ? this.#known.length : 0;
    return length === 0 ? 'none' : length === 1 ? 'one' : 'many';
  }

  /** The same input object without one field, which may lie in an inner object: `['article', 'region']`. */
  without(path: readonly string[]): Argument {
    return new Argument(leaveOut(this.#known, path), (variables) => leaveOut(this.#read(variables), path));
  }

  /** The first item of a list, for lists whose size is one. */
  firstItem(): Argument {
    const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);
    const part = this.#parts?.get('0');
    return part ?? new Argument(first(this.#known), (variables) => first(this.#read(variables)));
  }

  /** The value when the request runs. */
  read(variables: Variables): unknown {
    return this.#read(variables);
  }

  /** A parameter; `convert` runs with each request and may refuse the value with a `UserError`. */
  bind(convert: (value: never) => SqlValue = (value) => value as SqlValue): SQL {
    return parameter((variables) => convert(this.#read(variables) as never));
  }

  /** A list as one parameter, to be taken apart by `json_each`. */
  bindList(convert: (item: never) => unknown = (item) => item): SQL {
    return this.bind((items: readonly never[]) => JSON.stringify(items.map(convert)));
  }
}

function leaveOut(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || name === undefined) return value;
  const { [name]: inner, ...others } = value as Record<string, unknown>; // an input object
  return rest.length === 0 || inner === undefined ? others : { ...others, [name]: leaveOut(inner, rest) };
}

/** A parameter computed from the request's variables. */
export const parameter = (read: (variables: Variables) => SqlValue): SQL =>
  sql`${sql.param(new Binding(read))}`;

function countObjects(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((count, part) => count + countObjects(part), 0);
  return Array.isArray(value) ? inner : inner + 1;
}
