import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { planOf } from '../../src/graphql/plan-field.ts';
import { printContract, schema } from '../../src/graphql/schema.ts';

const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__'),
);

test('schema/schema.graphql is the contract of the code: when this fails, run `npm run schema` and read the difference', () => {
  const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(printContract()).toBe(committed);
});

test('the contract stays small enough for tools that take it in whole', () => {
  expect(printContract().length).toBeLessThan(128 * 1024);
});

test('every scalar of ours says which standard it follows', () => {
  const ours = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  expect(ours.filter((type) => isScalarType(type) && type.specifiedByURL == null)).toEqual([]);
});

test('every type, field, argument, input field and enum value is described, in a sentence', () => {
  const lacking: string[] = [];
  const look = (coordinate: string, description: string | null | undefined): void => {
    if (description === null || description === undefined || !/[.…`:]$/.test(description.trim()))
      lacking.push(coordinate);
  };
  look('schema', schema.description);
  for (const type of types) {
    if (isScalarType(type) && isSpecifiedScalarType(type)) continue;
    look(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        look(`${type.name}.${field.name}`, field.description);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field.description);
        for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name}:)`, arg.description);
      }
    }
  }
  expect(lacking).toEqual([]);
});

test('a list is never null and neither are its items, save where an ID may lead nowhere', () => {
  const nullable: string[] = [];
  for (const type of types) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const printed = String(field.type);
      if (printed.startsWith('[') && !/^\[.*!\]!$/.test(printed))
        nullable.push(`${type.name}.${field.name}: ${printed}`);
    }
  }
  expect(nullable).toEqual(['Query.nodes: [Node]!']);
});

test('every field of a filter has a meaning on its list', () => {
  for (const type of types) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const plan = planOf(field);
      if (plan?.kind !== 'list') continue;
      const filter = field.args.find(({ name }) => name === 'filter');
      const input = filter && getNamedType(filter.type);
      if (!isInputObjectType(input)) throw new Error(`${type.name}.${field.name} takes no filter.`);
      const names = Object.keys(input.getFields()).filter((name) => !['and', 'or', 'not'].includes(name));
      expect(names.sort(), `${type.name}.${field.name}`).toEqual(Object.keys(plan.definition.filter).sort());
    }
  }
});
