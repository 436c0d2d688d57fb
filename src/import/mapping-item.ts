import { createHash } from 'node:crypto';
import { decodeBytes } from '../text/decode-text.ts';
import { MAPPED_KINDS, type Mapping, parseMapping } from './mapping-file.ts';
import { refusal } from './readers/article-draft.ts';
import type { ReadItem, Refusal } from './readers/reader.ts';

/** What a `mapping.yaml` is called among the formats. */
export const MAPPING_FORMAT = 'mapping';

/** Mistakes told in one refusal; the rest are counted. */
const MAX_TOLD = 10;

const SECTION = new RegExp(`^(?:${MAPPED_KINDS.join('|')}|merge|quotes):[ \\t]*(?:#.*|\\{.*)?$`);
const TOP_LEVEL = /^[^\s#-]/;

/**
 * Whether a text is an owner's mapping: YAML whose first two sections, or only one, bear the names of sections. Text
 * captures have labels such as `Regions: Norway`, which hold something on their line.
 */
export function looksLikeMapping(head: string): boolean {
  const lines = head.replace(/^\ufeff/, '').split(/\r?\n/, 2_000);
  const [first, second] = lines.filter(
    (line) => TOP_LEVEL.test(line) && line !== '---' && !line.startsWith('%'),
  );
  if (first === undefined || !SECTION.test(first)) return false;
  // What stands under the first section is indented or a comment: a page has text at the margin.
  return second === undefined || /^[\p{L}_]+:/u.test(second);
}

/** A mapping as an item of an import. It is no piece: `parse` only tells what is wrong with it. */
export function mappingItem(name: string, bytes: Uint8Array): ReadItem {
  return {
    locator: name,
    byteRange: [0, bytes.length],
    contentHash: createHash('sha256').update(bytes).digest('hex'),
    raw: bytes,
    parse: () => refusal('MALFORMED', { file: name }, 'A mapping is no article.', 'Import it by itself.'),
  };
}

/** The mapping in a file's bytes, or a refusal that names every line that is wrong. */
export function readMappingBytes(
  name: string,
  bytes: Uint8Array,
): { mapping: Mapping; source: string } | Refusal {
  const decoded = decodeBytes(bytes);
  if (decoded === null)
    return refusal('NOT_UTF8', { file: name }, 'The mapping is not UTF-8.', 'Save the file as UTF-8.');
  const { mapping, problems } = parseMapping(decoded.text);
  const [first] = problems;
  if (first === undefined) return { mapping, source: decoded.text };
  const told = problems.slice(0, MAX_TOLD).map(({ line, message }) => `Line ${line}: ${message}`);
  const more = problems.length > MAX_TOLD ? [`… and ${problems.length - MAX_TOLD} more.`] : [];
  return refusal(
    'MALFORMED',
    { file: name, line: first.line },
    [...told, ...more].join('\n'),
    'Mend these lines and import the file again; nothing of it was taken in.',
  );
}
