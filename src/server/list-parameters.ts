import { UserError } from '../errors.ts';

/** A list as an address asks for it. */
export interface ListParameters {
  /** A value of `ArticleFilter` or `QuoteFilter`, still to be checked against it. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly first: number;
  readonly after: string | null;
  /** What is asked for, in words: "region europe, theme environment"; empty for everything. */
  readonly title: string;
  /** The language, when it is one. */
  readonly inLanguage: string | null;
  /** Whether a feed holds whole texts. */
  readonly isFull: boolean;
  /** The parameters that choose the rows, without those of the page, to be put behind another address. */
  readonly query: URLSearchParams;
}

/** Parameters that name records, as fields of `ArticleFilter`. */
const NAMING = ['region', 'theme', 'report', 'author', 'publisher', 'speaker'] as const;
const SELECTING = [...NAMING, 'language', 'kind', 'from', 'to', 'text', 'filter'] as const;
const PAGING = ['first', 'after', 'content'] as const;

/** Entries of a page or feed unless told otherwise, and at most. */
const DEFAULT_FIRST = 30;
const MAX_FIRST = 100;

/**
 * Reads the parameters of an address: `?region=europe&theme=health,water&from=2024-01-01&text=…`, several values of one
 * parameter by commas or by repeating it, and `filter` with the JSON of a whole filter, joined to the rest by "and".
 *
 * @throws {UserError} BAD_FILTER for a parameter that it does not know, for more than one day or text, and for JSON that is
 * none; BAD_PAGE for a number of entries that is none.
 */
export function readListParameters(given: URLSearchParams, list: 'articles' | 'quotes'): ListParameters {
  const known: readonly string[] = [...SELECTING, ...PAGING];
  const query = new URLSearchParams();
  for (const [name, value] of given) {
    if (/^utm_\w{1,20}$/.test(name)) continue;
    if (!known.includes(name))
      throw new UserError(
        'BAD_FILTER',
        `"${name.slice(0, 40)}" is no parameter of this list.`,
        `It knows ${known.join(', ')}.`,
      );
    if (value.trim() !== '' && !(PAGING as readonly string[]).includes(name)) query.append(name, value);
  }
  const fields = fieldsOf(query);
  return {
    filter: list === 'articles' ? articleFilter(fields) : quoteFilter(fields),
    first: readFirst(given.get('first')),
    after: given.get('after') || null,
    title: titleOf(query),
    inLanguage: fields.language?.length === 1 ? (fields.language[0] ?? null) : null,
    isFull: readContent(given.get('content')),
    query,
  };
}

/** The values that an address gives, by parameter. */
type Fields = Partial<Record<(typeof NAMING)[number] | 'language' | 'kind', string[]>> & {
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string | null;
  readonly filter: unknown;
};

function fieldsOf(query: URLSearchParams): Fields {
  const several = (name: string): Record<string, string[]> => {
    const values = query.getAll(name).flatMap((value) => value.split(',').map((part) => part.trim()));
    return values.length === 0 ? {} : { [name]: values.filter((value) => value !== '') };
  };
  const one = (name: string): string | null => {
    const values = query.getAll(name);
    if (values.length > 1)
      throw new UserError('BAD_FILTER', `"${name}" is given ${values.length} times.`, 'Give it once.');
    return values[0]?.trim() ?? null;
  };
  return {
    ...Object.assign({}, ...[...NAMING, 'language', 'kind'].map(several)),
    from: one('from'),
    to: one('to'),
    text: one('text'),
    filter: parseFilter(one('filter')),
  };
}

function parseFilter(json: string | null): unknown {
  if (json === null) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new UserError(
      'BAD_FILTER',
      '`filter` is no JSON.',
      'Give the JSON of a filter, percent-encoded: filter=%7B%22hasQuotes%22%3Atrue%7D for {"hasQuotes":true}.',
    );
  }
}

function articleFilter(fields: Fields): Record<string, unknown> {
  if (fields.kind !== undefined)
    throw new UserError('BAD_FILTER', 'Articles have no `kind`.', 'Ask /feeds/quotes for it.');
  return joined([...aboutArticle(fields), ...speakerOf(fields), ...textAndDays(fields)], fields.filter);
}

function quoteFilter(fields: Fields): Record<string, unknown> {
  const about = aboutArticle(fields);
  return joined(
    [
      ...(about.length === 0 ? [] : [{ article: Object.assign({}, ...about) as object }]),
      ...speakerOf(fields),
      ...(fields.kind === undefined ? [] : [{ kind: fields.kind.map((kind) => kind.toUpperCase()) }]),
      ...textAndDays(fields),
    ],
    fields.filter,
  );
}

const aboutArticle = (fields: Fields): object[] =>
  (['report', 'author', 'theme', 'region', 'publisher'] as const).flatMap((name) =>
    fields[name] === undefined ? [] : [{ [name]: { in: fields[name] } }],
  );

const speakerOf = ({ speaker }: Fields): object[] =>
  speaker === undefined ? [] : [{ speaker: { in: speaker } }];

function textAndDays({ language, from, to, text }: Fields): object[] {
  const days = { ...(from !== null && { from }), ...(to !== null && { to }) };
  return [
    ...(language === undefined ? [] : [{ inLanguage: language }]),
    ...(from === null && to === null ? [] : [{ datePublished: days }]),
    ...(text === null ? [] : [{ text }]),
  ];
}

/** One filter of several parts; a whole filter given as JSON is one more condition. */
function joined(parts: readonly object[], whole: unknown): Record<string, unknown> {
  const own = Object.assign({}, ...parts) as Record<string, unknown>;
  return whole === undefined ? own : { ...own, and: [whole] };
}

function readFirst(given: string | null): number {
  const first = given === null ? DEFAULT_FIRST : Number(given);
  if (Number.isInteger(first) && first >= 1 && first <= MAX_FIRST) return first;
  throw new UserError(
    'BAD_PAGE',
    `\`first=${given?.slice(0, 20)}\` is no whole number from 1 to ${MAX_FIRST}.`,
    'Go on with the address of the next page.',
  );
}

function readContent(given: string | null): boolean {
  if (given === null || given === 'full') return true;
  if (given === 'summary') return false;
  throw new UserError(
    'BAD_FILTER',
    `\`content=${given.slice(0, 20)}\` is unknown.`,
    'It takes `full` or `summary`.',
  );
}

function titleOf(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) =>
      name === 'filter' ? 'filtered' : name === 'text' ? `“${value}”` : `${name} ${value}`,
    )
    .join(', ');
}
