import type { ExampleOperation } from './example-operation.ts';
import type { SharedOperation } from './share-link.ts';

/** More tabs than this do not fit beside each other at 1280 px; the examples pane lists all of them. */
const MAX_FIRST_TABS = 6;

/** A tab as GraphiQL's `defaultTabs` takes it. */
export interface StartTab {
  readonly query: string;
  readonly variables: string | null;
  readonly headers: string | null;
}

/** What GraphiQL opens with. `initial…` are absent where the browser's own tabs shall be taken up again. */
export interface StartTabs {
  readonly defaultTabs: StartTab[];
  readonly initialQuery?: string;
  readonly initialVariables?: string;
}

/**
 * Chooses what a visitor sees first: the operation of a shared link, else the tabs left open last
 * time, else the examples.
 *
 * GraphiQL takes `defaultTabs` only when it has stored none, and fills the editors of the first tab
 * from `initial…` alone, so both are given.
 */
export function chooseStartTabs(
  examples: readonly ExampleOperation[],
  shared: SharedOperation | null,
  hasStoredTabs: boolean,
): StartTabs {
  const exampleTabs = examples
    .slice(0, MAX_FIRST_TABS)
    .map(({ query, variables, headers }) => ({ query, variables, headers }));
  if (shared !== null) {
    const tab = { query: shared.query, variables: shared.variables || null, headers: null };
    return {
      defaultTabs: [tab, ...exampleTabs],
      initialQuery: shared.query,
      initialVariables: shared.variables,
    };
  }
  const [first] = exampleTabs;
  if (hasStoredTabs || first === undefined) return { defaultTabs: exampleTabs };
  return { defaultTabs: exampleTabs, initialQuery: first.query, initialVariables: first.variables ?? '' };
}
