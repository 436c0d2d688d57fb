/** One value of a JSON array by its place in the text; `end` is exclusive. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
  /** False for a value that the file's end cuts off. */
  readonly whole: boolean;
}

/** Deeper than any document people write; below it a value counts as broken. */
const MAX_DEPTH = 500;

/**
 * Finds the values of an array in JSON text without parsing them: the text's own array when `key` is null, else
 * the array under `key` of the outermost object. Works on a file that breaks off. Null when there is no such array.
 */
export function findArrayValues(text: string, key: string | null): JsonSpan[] | null {
  const open = key === null ? firstNonSpace(text, 0) : arrayUnder(text, key);
  if (open === null || text.charAt(open) !== '[') return null;
  const values: JsonSpan[] = [];
  let at = firstNonSpace(text, open + 1);
  while (at < text.length && text.charAt(at) !== ']') {
    const end = endOfValue(text, at);
    const after = firstNonSpace(text, Math.abs(end));
    if (end === at) break;
    values.push({ start: at, end: Math.abs(end), whole: end > 0 });
    at = text.charAt(after) === ',' ? firstNonSpace(text, after + 1) : after;
  }
  return values;
}

/** Offset of the array that is the value of `key` in the outermost object. */
function arrayUnder(text: string, key: string): number | null {
  let at = firstNonSpace(text, 0);
  if (text.charAt(at) !== '{') return null;
  at = firstNonSpace(text, at + 1);
  while (text.charAt(at) === '"') {
    const nameEnd = endOfString(text, at);
    const name = text.slice(at + 1, nameEnd - 1);
    let value = firstNonSpace(text, nameEnd);
    if (text.charAt(value) !== ':') return null;
    value = firstNonSpace(text, value + 1);
    if (name === key && text.charAt(value) === '[') return value;
    const end = endOfValue(text, value);
    if (end <= value) return null;
    at = firstNonSpace(text, end);
    if (text.charAt(at) !== ',') return null;
    at = firstNonSpace(text, at + 1);
  }
  return null;
}

/** End of the value at `start`; negative when the text ends inside it. */
function endOfValue(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === '"') {
    const end = endOfString(text, start);
    return end > text.length ? -text.length : end;
  }
  if (first !== '{' && first !== '[') {
    let at = start;
    while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at += 1;
    return at;
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34 /* " */) at = endOfString(text, at) - 1;
    else if (code === 123 /* { */ || code === 91 /* [ */) {
      depth += 1;
      if (depth > MAX_DEPTH) return -text.length;
    } else if (code === 125 /* } */ || code === 93 /* ] */) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -text.length;
}

/** Offset behind the closing mark of the string that opens at `start`; beyond the text when it never closes. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92 /* \ */) at += 1;
    else if (code === 34) return at + 1;
  }
  return text.length + 1;
}

function firstNonSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\ufeff]/.test(text.charAt(at))) at += 1;
  return at;
}
