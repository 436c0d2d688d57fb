import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { describeExample, type ExampleOperation } from './example-operation.ts';
import { isNarrowScreen } from './narrow-screen.ts';
import { useOpenTab } from './open-tab.ts';

interface ExamplesPaneProps {
  readonly examples: readonly ExampleOperation[];
  readonly onReset: () => void;
}

/** Lists every example operation; a click goes to its tab, or opens one. */
export function ExamplesPane({ examples, onReset }: ExamplesPaneProps) {
  const tabs = useGraphiQL((state) => state.tabs);
  const { changeTab, setVisiblePlugin } = useGraphiQLActions();
  const openTab = useOpenTab();
  const show = (example: ExampleOperation) => {
    const open = tabs.findIndex((tab) => tab.query === example.query);
    if (open === -1) openTab(example);
    else changeTab(open);
    // There the pane covers the editors.
    if (isNarrowScreen()) setVisiblePlugin(null);
  };
  return (
    <section className="dateline-examples" aria-label="Examples">
      <h2>Examples</h2>
      <p>Each is a question put to this archive. Open one, then press Ctrl-Enter.</p>
      <ul>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" onClick={() => show(example)}>
              <strong>{example.title}</strong>
              <span>{describeExample(example.query)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="dateline-reset" onClick={onReset}>
        Reset examples
      </button>
    </section>
  );
}
