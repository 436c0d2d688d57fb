import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** What to open: all values as text, null where there is none. */
export interface TabContent {
  readonly query: string;
  readonly variables: string | null;
  readonly headers: string | null;
}

/**
 * Gives a function that opens a new tab with the given content.
 *
 * `addTab` makes it empty and moves the editors there; what is then typed into them, by us as by a
 * person, belongs to it.
 */
export function useOpenTab(): (content: TabContent) => void {
  const { addTab } = useGraphiQLActions();
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
  }));
  return ({ query, variables, headers }) => {
    addTab();
    editors.queryEditor?.setValue(query);
    editors.variableEditor?.setValue(variables ?? '');
    if (headers !== null) editors.headerEditor?.setValue(headers);
  };
}
