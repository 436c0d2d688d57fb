import { useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react';
import { useEffect, useLayoutEffect } from 'react';
import { EDITOR_THEMES } from './editor-colours.ts';
import { isNarrowScreen } from './narrow-screen.ts';
import { useOpenTab } from './open-tab.ts';
import { parseShareLink } from './share-link.ts';

/** Gives the editors our colours and a size at which a response of some depth still fits its column. */
export function DressEditors() {
  const monaco = useMonaco((state) => state.monaco);
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
    responseEditor,
  }));
  // Before the first paint: the other colours would flash up.
  useLayoutEffect(() => {
    for (const [name, theme] of Object.entries(EDITOR_THEMES)) monaco?.editor.defineTheme(name, theme);
  }, [monaco]);
  useEffect(() => {
    const fontSize = isNarrowScreen() ? 13 : 14;
    for (const editor of Object.values(editors)) {
      editor?.updateOptions({ fontSize });
    }
  }, [editors]);
  return null;
}

/**
 * Recolours the editors when the system turns dark or light while the page is open.
 * GraphiQL's own parts follow by style sheet, Monaco has to be told.
 */
export function FollowSystemTheme() {
  const theme = useGraphiQL((state) => state.theme);
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      if (theme === null) setTheme(null);
    };
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme, setTheme]);
  return null;
}

/** Ctrl-Enter runs the query also when no editor has the focus: right after a click on a tab or on an example. */
export function RunFromAnywhere() {
  const { run } = useGraphiQLActions();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      // The editors know the key themselves.
      if (event.target instanceof Element && event.target.closest('.monaco-editor') !== null) return;
      event.preventDefault(); // a button that has the focus would be pressed
      run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [run]);
  return null;
}

/** Opens a shared link that is pasted while the page is open; only the fragment changes then. */
export function OpenPastedLinks() {
  const openTab = useOpenTab();
  useEffect(() => {
    const open = () => {
      const shared = parseShareLink(window.location.hash);
      if (shared === null) return;
      openTab({ query: shared.query, variables: shared.variables || null, headers: null });
      dropFragment();
    };
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [openTab]);
  return null;
}

/** Takes the shared operation out of the address, so that a reload does not open it a second time. */
export function dropFragment(): void {
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
}
