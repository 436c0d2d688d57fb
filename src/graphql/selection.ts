import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import type { KnownRequest } from './input-argument.ts';

/** One field to answer: the caller's name for it, and every node that selects something under it. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/**
 * The fields selected on `type`, in answer order: fragments taken apart, nodes of one key merged, what `@skip` and
 * `@include` rule out left out (GraphQL specification, CollectFields).
 */
export function selectedFields(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
  known: KnownRequest,
): SelectedField[] {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const applies = (condition: GraphQLCompositeType | undefined): boolean =>
    condition === undefined ||
    condition === type ||
    (isAbstractType(condition) && schema.isSubType(condition, type));

  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, known)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = fields.get(key);
        if (nodes === undefined) fields.set(key, [selection]);
        else nodes.push(selection);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : known.fragments[selection.name.value];
      if (
        fragment === undefined ||
        (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value))
      )
        continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
      const condition = fragment.typeCondition;
      // Validation has made sure that a condition names a composite type.
      if (applies(condition && (typeFromAST(schema, condition) as GraphQLCompositeType)))
        visit(fragment.selectionSet);
    }
  };
  for (const set of sets) if (set !== undefined) visit(set);
  return [...fields].map(([key, nodes]) => ({ key, name: nodes[0]?.name.value ?? key, nodes }));
}

function isIncluded(node: SelectionNode, { variables }: KnownRequest): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}
