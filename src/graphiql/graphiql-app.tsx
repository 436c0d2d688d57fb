import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useCallback, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AnswerFooter, showAnswerFacts } from './answer-footer.tsx';
import { forgetStoredTabs, hasStoredTabs, openBrowserStorage } from './browser-storage.ts';
import type { ExampleOperation } from './example-operation.ts';
import { ExamplesPane } from './examples-pane.tsx';
import { ExamplesIcon } from './icons.tsx';
import { startOwnWorkers } from './monaco-workers.ts';
import { isNarrowScreen } from './narrow-screen.ts';
import { Notices, notify } from './notices.tsx';
import {
  DressEditors,
  dropFragment,
  FollowSystemTheme,
  OpenPastedLinks,
  RunFromAnywhere,
} from './page-effects.tsx';
import { createSender } from './send-operation.ts';
import { parseShareLink } from './share-link.ts';
import { chooseStartTabs } from './start-tabs.ts';
import { CurlAction, ResetAction, ShareAction } from './toolbar-actions.tsx';

/** The page stands at the endpoint itself, wherever a proxy has put it. */
const ENDPOINT = window.location.pathname;

/** Comments are allowed in this editor, so the sample is switched on by taking the slashes away. */
const DEFAULT_HEADERS = `{
  // Headers are sent with every query and never stored: they are gone when this page is closed.
  // "authorization": "Bearer YOUR-TOKEN"
}`;

const storage = openBrowserStorage();
const send = createSender(ENDPOINT, showAnswerFacts);
const shared = parseShareLink(window.location.hash);
if (shared !== null) dropFragment();

function App({ examples }: { readonly examples: readonly ExampleOperation[] }) {
  // A new generation is a new GraphiQL: its tabs are chosen once, when it is made.
  const [generation, setGeneration] = useState(0);
  const start = useMemo(
    () => chooseStartTabs(examples, generation === 0 ? shared : null, hasStoredTabs(storage)),
    [examples, generation],
  );
  const reset = useCallback(() => {
    if (!window.confirm('Close all tabs and open the examples? Queries that you ran stay in the history.'))
      return;
    forgetStoredTabs(storage);
    setGeneration((value) => value + 1);
    notify('The example tabs are open again.');
  }, []);
  const plugins = useMemo(
    () => [
      {
        title: 'Examples',
        icon: ExamplesIcon,
        content: () => <ExamplesPane examples={examples} onReset={reset} />,
      },
      explorerPlugin({ showAttribution: false }),
      HISTORY_PLUGIN,
    ],
    [examples, reset],
  );
  return (
    <GraphiQL
      key={generation}
      {...start}
      fetcher={(request, options) => send(request, options?.headers)}
      plugins={plugins}
      storage={storage}
      defaultHeaders={DEFAULT_HEADERS}
      defaultEditorToolsVisibility={isNarrowScreen() ? false : 'variables'}
      shouldPersistHeaders={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <a className="dateline-logo" href="./">
          Dateline
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareAction />
            <CurlAction endpoint={ENDPOINT} />
            <ResetAction onReset={reset} />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <AnswerFooter />
      </GraphiQL.Footer>
      <DressEditors />
      <FollowSystemTheme />
      <OpenPastedLinks />
      <RunFromAnywhere />
      <Notices />
    </GraphiQL>
  );
}

startOwnWorkers();
const data = document.getElementById('dateline-examples');
const root = document.getElementById('graphiql');
if (root !== null) {
  // The server that wrote the page wrote this list, in this shape.
  const examples = JSON.parse(data?.textContent ?? '[]') as readonly ExampleOperation[];
  createRoot(root).render(<App examples={examples} />);
}
