import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { type ParseError, parse as parseJsonc } from 'jsonc-parser';
import { copyText } from './clipboard.ts';
import { CurlIcon, ResetIcon, ShareIcon } from './icons.tsx';
import { notify } from './notices.tsx';
import { printCurl } from './print-curl.ts';
import { printShareLink } from './share-link.ts';

/** Copies a link to the operation in the editor and puts it into the address bar. */
export function ShareAction() {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const share = async () => {
    const query = queryEditor?.getValue() ?? '';
    const link = printShareLink(window.location.href, { query, variables: variableEditor?.getValue() ?? '' });
    window.history.replaceState(null, '', link);
    const copied = await copyText(link);
    notify(
      copied
        ? 'Link copied. It holds the query and its variables, never headers.'
        : 'The link is in the address bar.',
    );
  };
  return (
    <ToolbarButton label="Share: copy a link to this query" onClick={() => void share()}>
      <ShareIcon className="graphiql-toolbar-icon" />
    </ToolbarButton>
  );
}

/** Copies a `curl` command that sends what the editors hold, headers included. */
export function CurlAction({ endpoint }: { readonly endpoint: string }) {
  const state = useGraphiQL(({ queryEditor, variableEditor, headerEditor, operationName }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
    operationName,
  }));
  const copy = async () => {
    const variables = readJsonc(state.variableEditor?.getValue() ?? '');
    const headers = readJsonc(state.headerEditor?.getValue() ?? '');
    if (variables === null || headers === null) {
      notify(`The ${variables === null ? 'variables' : 'headers'} are not valid JSON, nothing was copied.`);
      return;
    }
    const command = printCurl({
      endpoint: new URL(endpoint, window.location.href).toString(),
      query: state.queryEditor?.getValue() ?? '',
      variables: Object.keys(variables).length === 0 ? '' : JSON.stringify(variables),
      operationName: state.operationName ?? null,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    });
    notify((await copyText(command)) ? 'cURL command copied.' : 'The browser refused the clipboard.');
  };
  return (
    <ToolbarButton label="Copy as cURL" onClick={() => void copy()}>
      <CurlIcon className="graphiql-toolbar-icon" />
    </ToolbarButton>
  );
}

/** Closes all tabs and opens the examples again. */
export function ResetAction({ onReset }: { readonly onReset: () => void }) {
  return (
    <ToolbarButton label="Reset examples: open the example tabs again" onClick={onReset}>
      <ResetIcon className="graphiql-toolbar-icon" />
    </ToolbarButton>
  );
}

/** An object from JSON with comments, as GraphiQL's editors accept it; null where it is not one. */
function readJsonc(text: string): Readonly<Record<string, unknown>> | null {
  if (text.trim() === '') return {};
  const errors: ParseError[] = [];
  const value: unknown = parseJsonc(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (errors.length > 0) return null;
  // What `parse` gives for a JSON object is a plain object; nothing at all is an empty one.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
