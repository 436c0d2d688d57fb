import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument } from 'yaml';
import { isObject, type JsonObject } from './json-values.ts';

/** A file's front matter and what follows it. */
export interface FrontMatter {
  /** Keys in lower case; dates as text, never as `Date`, so that no day moves with a time zone. */
  readonly fields: JsonObject;
  readonly body: string;
  /** Lines of the front matter, 1-based in the file, that could not be read. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

/** UTF-16 units. Longer is no front matter but a text that begins with a rule. */
const MAX_FRONT_MATTER = 262_144;

/**
 * Parts the front matter from the text: YAML between lines of `---` (or closed by `...`), TOML between `+++`.
 * YAML with mistakes is read as far as it goes. No tags that build objects, aliases bounded.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const open = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!open) return { fields: {}, body: text, problems: [] };
  const isToml = open[1] === '+++';
  const head = text.slice(open[0].length, open[0].length + MAX_FRONT_MATTER);
  const close = (isToml ? /(?:^|\n)\+\+\+[ \t]*(?:\r?\n|$)/ : /(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/).exec(
    head,
  );
  if (!close) return { fields: {}, body: text, problems: [{ line: 1, reason: 'it is never closed.' }] };
  const source = head.slice(0, close.index + 1);
  const body = text.slice(open[0].length + close.index + close[0].length);
  return { ...(isToml ? readToml(source) : readYaml(source)), body };
}

function readYaml(source: string): Omit<FrontMatter, 'body'> {
  const document = parseDocument(source, {
    uniqueKeys: false,
    prettyErrors: false,
    schema: 'core',
    logLevel: 'silent',
  });
  const problems = document.errors.map((error) => ({
    line: source.slice(0, error.pos[0]).split('\n').length + 1,
    reason: `${error.message.split('\n')[0] ?? 'it is no YAML'}.`,
  }));
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return { fields: isObject(value) ? lowerKeys(value) : {}, problems };
  } catch (error) {
    return {
      fields: {},
      problems: [...problems, { line: 2, reason: error instanceof Error ? error.message : 'it is no YAML.' }],
    };
  }
}

function readToml(source: string): Omit<FrontMatter, 'body'> {
  try {
    const { params, ...fields } = parseToml(source);
    return { fields: lowerKeys(plain({ ...(isObject(params) ? params : {}), ...fields })), problems: [] };
  } catch (error) {
    const line = error instanceof TomlError ? error.line + 1 : 2;
    return {
      fields: {},
      problems: [
        { line, reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is no TOML.' },
      ],
    };
  }
}

/** TOML dates as the text they were written as. */
function plain(value: JsonObject): JsonObject {
  const inner = (entry: unknown): unknown => {
    if (entry instanceof Date) return entry.toISOString().replace(/\.000(?=Z|[+-]|$)/, '');
    if (Array.isArray(entry)) return entry.map(inner);
    return isObject(entry) ? plain(entry) : entry;
  };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inner(entry)]));
}

function lowerKeys(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]));
}
