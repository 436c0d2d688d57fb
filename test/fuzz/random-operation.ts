import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { RandomSource } from './random-source.ts';
import { wordFor } from './seeded-values.ts';

export interface RandomOperation {
  readonly query: string;
  /** Values for the same document: what a client sends one after another. */
  readonly variableSets: readonly Record<string, unknown>[];
}

/** Depth of lists within lists. */
const MAX_LIST_DEPTH = 4;
const MAX_DEPTH = 9;
const MAX_FIELDS = 24;
const VARIABLE_SETS = 2;

interface Declared {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly fallback: string | undefined;
  readonly place: Place;
}

/** Where a value stands: the argument or input field, and the one around it. */
interface Place {
  readonly name: string;
  readonly around: string;
  readonly owner: string;
}

/** Writes valid operations of a schema, the same ones for the same seed. */
export class OperationWriter {
  readonly #random: RandomSource;
  #declared: Declared[] = [];
  #fragments: string[] = [];
  #fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    seed: number,
  ) {
    this.#random = new RandomSource(seed);
  }

  next(): RandomOperation {
    this.#declared = [];
    this.#fragments = [];
    this.#fields = 0;
    const root = this.schema.getQueryType();
    if (!root) throw new Error('The schema has no queries.');
    const selection = this.#selection(root, 0, 0);
    const declared = this.#declared.map(
      ({ name, type, fallback }) =>
        `$${name}: ${String(type)}${fallback === undefined ? '' : ` = ${fallback}`}`,
    );
    const header = declared.length === 0 ? 'query Fuzz' : `query Fuzz(${declared.join(', ')})`;
    const sets = declared.length === 0 ? 1 : VARIABLE_SETS;
    return {
      query: [`${header} ${selection}`, ...this.#fragments].join('\n'),
      variableSets: Array.from({ length: sets }, () => this.#variables()),
    };
  }

  #selection(type: GraphQLCompositeType, depth: number, listDepth: number): string {
    const random = this.#random;
    const parts: string[] = [];
    const used = new Map<string, string>();
    const wanted = depth === 0 ? random.between(1, 3) : random.between(1, 5);
    if (isAbstractType(type)) {
      if (random.chance(0.6)) parts.push('__typename');
      for (const concrete of this.schema.getPossibleTypes(type))
        if (random.chance(0.5))
          parts.push(
            `... on ${concrete.name}${this.#directive()} ${this.#distinct(concrete, depth, listDepth)}`,
          );
      if (isInterfaceType(type) && type.getFields().id && random.chance(0.7)) parts.push('id');
      return `{ ${(parts.length === 0 ? ['__typename'] : parts).join(' ')} }`;
    }
    if (!isObjectType(type)) throw new Error(`${String(type)} has no fields.`);
    const fields = Object.values(type.getFields()).filter((field) => this.#isOpen(field, depth, listDepth));
    for (let index = 0; index < wanted && fields.length > 0; index += 1) {
      const field = random.pick(fields);
      const [declared, fragments] = [this.#declared.length, this.#fragments.length];
      const text = this.#field(field, depth, listDepth, used);
      if (text === null) {
        this.#declared.length = declared;
        this.#fragments.length = fragments;
        continue;
      }
      // The same thing asked for twice under one key is merged.
      const again = isCompositeType(getNamedType(field.type)) && random.chance(0.15);
      parts.push(random.chance(0.15) ? this.#wrapped(type, text) : text);
      if (again) {
        const [head] = text.split(' {', 1);
        if (head !== undefined && !head.includes('@') && balanced(head))
          parts.push(
            `${head} ${this.#distinct(getNamedType(field.type) as GraphQLCompositeType, depth + 1, listDepth + (isList(field) ? 1 : 0))}`,
          );
      }
    }
    if (parts.length === 0 || random.chance(0.3))
      parts.push(random.chance(0.3) ? 'aTypename: __typename' : '__typename');
    return `{ ${parts.join(' ')} }`;
  }

  /** A selection whose keys clash with none beside it: every field under a name of its own. */
  #distinct(type: GraphQLCompositeType, depth: number, listDepth: number): string {
    const before = this.#prefix;
    this.#prefix = `x${this.#random.between(0, 99_999)}_`;
    const text = this.#selection(type, depth, listDepth);
    this.#prefix = before;
    return text;
  }
  #prefix = '';

  #wrapped(type: GraphQLObjectType, text: string): string {
    const random = this.#random;
    const [first] = type.getInterfaces();
    const directive = this.#directive();
    if (random.chance(0.4)) return `...${directive} { ${text} }`;
    if (random.chance(0.3) && first !== undefined)
      return `... on ${first.name} { ... on ${type.name}${directive} { ${text} } }`;
    if (random.chance(0.5)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
      return `...${name}${directive}${random.chance(0.2) ? ` ...${name}` : ''}`;
    }
    return `... on ${type.name}${directive} { ${text} }`;
  }

  #isOpen(field: GraphQLField<unknown, unknown>, depth: number, listDepth: number): boolean {
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return true;
    if (depth >= MAX_DEPTH || this.#fields > MAX_FIELDS) return false;
    return !isList(field) || listDepth < MAX_LIST_DEPTH;
  }

  #field(
    field: GraphQLField<unknown, unknown>,
    depth: number,
    listDepth: number,
    used: Map<string, string>,
  ): string | null {
    const random = this.#random;
    this.#fields += 1;
    // A page is counted from one end.
    const unwanted = random.chance(0.8) ? 'last' : 'first';
    const args = field.args.flatMap((argument) =>
      argument.name === unwanted ? [] : this.#argument(argument, field),
    );
    const written = args.length === 0 ? '' : `(${args.join(', ')})`;
    let key = field.name;
    if (random.chance(0.25) || this.#prefix !== '')
      key = `${this.#prefix}${random.pick(['a', 'b', 'id', '__proto', 'key'])}${random.between(0, 9)}_${field.name}`;
    const identity = `${field.name}${written}`;
    // Two fields under one key must be the same field with the same arguments.
    const known = used.get(key);
    if (known !== undefined && known !== identity) return null;
    if (known === undefined) used.set(key, identity);
    const named = getNamedType(field.type);
    const alias = key === field.name ? '' : `${key}: `;
    const selection = isCompositeType(named)
      ? ` ${known === undefined ? this.#selection(named, depth + 1, listDepth + (isList(field) ? 1 : 0)) : this.#distinct(named, depth + 1, listDepth + (isList(field) ? 1 : 0))}`
      : '';
    return `${alias}${field.name}${written}${this.#directive()}${selection}`;
  }

  #argument(argument: GraphQLArgument, field: GraphQLField<unknown, unknown>): string[] {
    const random = this.#random;
    const page = ['first', 'last', 'offset', 'after', 'before'].includes(argument.name);
    if ((argument.name === 'after' || argument.name === 'before') && random.chance(0.97)) return [];
    const share = argument.name === 'first' || argument.name === 'last' ? 0.9 : page ? 0.2 : 0.4;
    if (!isRequiredArgument(argument) && !random.chance(share)) return [];
    return [
      `${argument.name}: ${this.#value(argument.type, argument, { name: argument.name, around: field.name, owner: field.name }, 0)}`,
    ];
  }

  /** A literal, or a variable in its place. */
  #value(
    type: GraphQLInputType,
    definition: GraphQLArgument | GraphQLInputField,
    place: Place,
    depth: number,
    canBeVariable = true,
  ): string {
    const random = this.#random;
    if (canBeVariable && random.chance(0.3)) {
      const fallback = random.chance(0.25)
        ? this.#value(type, definition, place, depth + 1, false)
        : undefined;
      const oneOf = place.owner === 'one-of';
      const declared: Declared = {
        name: random.chance(0.02)
          ? `constructor${this.#declared.length === 0 ? '' : this.#declared.length}`
          : `v${this.#declared.length}`,
        type: oneOf ? (`${String(type)}!` as unknown as GraphQLInputType) : type,
        fallback: oneOf ? undefined : fallback,
        place,
      };
      this.#types.set(`${this.#declared.length}`, type);
      this.#declared.push(declared);
      return `$${declared.name}`;
    }
    if (isNonNullType(type))
      return this.#value(type.ofType, definition, { ...place, owner: 'non-null' }, depth, false);
    if (place.owner !== 'non-null' && place.owner !== 'one-of' && random.chance(0.06)) return 'null';
    if (isListType(type)) {
      const size = random.chance(0.12) ? 0 : random.between(1, 3);
      const items = Array.from({ length: size }, () =>
        this.#value(
          type.ofType,
          definition,
          { ...place, owner: 'item' },
          depth + 1,
          canBeVariable && isNonNullType(type.ofType),
        ),
      );
      return items.length === 1 && items[0]?.startsWith('$') === false && random.chance(0.2)
        ? (items[0] ?? '[]')
        : `[${items.join(', ')}]`;
    }
    if (isInputObjectType(type)) {
      const fields = this.#chosenFields(type, depth);
      const written = fields.map(
        (field) =>
          `${field.name}: ${this.#value(field.type, field, { name: field.name, around: place.name, owner: type.isOneOf ? 'one-of' : type.name }, depth + 1, canBeVariable)}`,
      );
      return `{ ${written.join(', ')} }`;
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    // Half a surrogate pair can stand in a variable's JSON, but in no literal.
    const word = wordFor(getNamedType(type).name, place.name, place.around, random);
    return JSON.stringify(word).replaceAll(/\\ud[89a-f][0-9a-f]{2}/g, '');
  }
  readonly #types = new Map<string, GraphQLInputType>();

  #chosenFields(
    type: Parameters<typeof isInputObjectType>[0] & {
      getFields(): Record<string, GraphQLInputField>;
      isOneOf: boolean;
    },
    depth: number,
  ): GraphQLInputField[] {
    const fields = Object.values(type.getFields());
    const random = this.#random;
    if (type.isOneOf) return [random.pick(fields)];
    const deep = (field: GraphQLInputField): boolean => isInputObjectType(getNamedType(field.type));
    return fields.filter(
      (field) =>
        isNonNullType(field.type) ||
        random.chance(deep(field) ? (depth > 4 ? 0 : 0.16) : fields.length <= 3 ? 0.6 : 0.08),
    );
  }

  #directive(): string {
    const random = this.#random;
    if (!random.chance(0.06)) return '';
    const condition = random.chance(0.5) ? String(random.chance(0.5)) : this.#booleanVariable();
    return random.chance(0.5) ? ` @include(if: ${condition})` : ` @skip(if: ${condition})`;
  }

  #booleanVariable(): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push({
      name,
      type: 'Boolean!' as unknown as GraphQLInputType,
      fallback: this.#random.chance(0.3) ? 'true' : undefined,
      place: { name, around: 'directive', owner: 'directive' },
    });
    return `$${name}`;
  }

  #variables(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [index, { name, type, fallback, place }] of this.#declared.entries()) {
      const random = this.#random;
      const inner = this.#types.get(`${index}`);
      if (place.owner === 'directive') {
        if (fallback === undefined || random.chance(0.5)) values[name] = random.chance(0.5);
        continue;
      }
      const isRequired = place.owner === 'one-of' || isNonNullType(type);
      if (!isRequired && random.chance(0.12)) continue;
      if (isRequired && fallback !== undefined && random.chance(0.3)) continue;
      if (!isRequired && random.chance(0.08)) values[name] = null;
      else if (inner !== undefined) values[name] = this.#json(inner, place, 0);
    }
    return values;
  }

  #json(type: GraphQLInputType, place: Place, depth: number): unknown {
    const random = this.#random;
    if (isNonNullType(type)) return this.#json(type.ofType, { ...place, owner: 'non-null' }, depth);
    if (isListType(type)) {
      const size = random.chance(0.12) ? 0 : random.between(1, 3);
      return Array.from({ length: size }, () =>
        this.#json(type.ofType, { ...place, owner: 'item' }, depth + 1),
      );
    }
    if (isInputObjectType(type)) {
      return Object.fromEntries(
        this.#chosenFields(type, depth).map((field) => [
          field.name,
          !type.isOneOf && !isNonNullType(field.type) && random.chance(0.06)
            ? null
            : this.#json(field.type, { name: field.name, around: place.name, owner: type.name }, depth + 1),
        ]),
      );
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    return wordFor(getNamedType(type).name, place.name, place.around, random);
  }
}

const isList = (field: GraphQLField<unknown, unknown>): boolean => /\[|Connection/.test(String(field.type));

const balanced = (text: string): boolean =>
  text.split('(').length === text.split(')').length && text.split('{').length === text.split('}').length;
