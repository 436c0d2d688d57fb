import {
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Which fields and input fields of a schema operations have asked for. */
export class SchemaCoverage {
  readonly #unasked: Set<string>;

  constructor(private readonly schema: GraphQLSchema) {
    this.#unasked = new Set(
      Object.values(schema.getTypeMap()).flatMap((type) =>
        type.name.startsWith('__') ||
        !(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
          ? []
          : Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
      ),
    );
  }

  /** `Type.field` of what nobody has asked for. */
  get unasked(): readonly string[] {
    return [...this.#unasked];
  }

  /** Counts an operation in; whether it asks for something that none before has. */
  grows(query: string): boolean {
    const before = this.#unasked.size;
    const types = new TypeInfo(this.schema);
    const asked = (type: unknown, field: string): void =>
      void this.#unasked.delete(`${String(type)}.${field}`);
    visit(
      parse(query),
      visitWithTypeInfo(types, {
        Field: ({ name }) => asked(types.getParentType(), name.value),
        ObjectField: ({ name }) => asked(getNamedType(types.getParentInputType()), name.value),
      }),
    );
    return this.#unasked.size < before;
  }
}
