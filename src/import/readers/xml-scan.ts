/** What a scan tells of a document, in document order. Offsets are UTF-16 units of the scanned text. */
export interface XmlHandler {
  /** `attributes` is the source between the name and the end of the tag, for `parseXmlAttributes`. */
  readonly open: (name: string, attributes: string, start: number, end: number, selfClosing: boolean) => void;
  readonly close: (name: string, start: number, end: number) => void;
  /** Character data: of a CDATA section as it stands, else with its references still in it. */
  readonly text: (source: string, isCdata: boolean, start: number) => void;
  /** Where the text stops being XML, and how it was read on. */
  readonly problem: (at: number, reason: string) => void;
  readonly doctype?: (source: string) => void;
}

const NAME_END = /[\s/>="'<]/g;
const NAME_START = /[\p{L}_:]/u;

/**
 * Scans XML as it is found in the wild: what is not well-formed is told to `problem` and read on past.
 *
 * Runs in linear time on any input; entities are never expanded here, so no document can grow.
 */
export function scanXml(text: string, handler: XmlHandler): void {
  const ends = new EndFinder(text);
  let at = 0;
  while (at < text.length) {
    const lt = text.indexOf('<', at);
    if (lt === -1) {
      handler.text(text.slice(at), false, at);
      return;
    }
    if (lt > at) scanText(text, at, lt, handler);
    at = scanMarkup(text, lt, ends, handler);
  }
}

function scanText(text: string, start: number, end: number, handler: XmlHandler): void {
  const run = text.slice(start, end);
  const stray = run.indexOf(']]>');
  if (stray !== -1) handler.problem(start + stray, '"]]>" outside a CDATA section');
  handler.text(run, false, start);
}

/** Reads what begins with `<` at `lt`; gives the offset behind it. */
function scanMarkup(text: string, lt: number, ends: EndFinder, handler: XmlHandler): number {
  if (text.startsWith('<!--', lt)) {
    const end = ends.find('-->', lt + 4);
    if (end !== -1) return end + 3;
    handler.problem(lt, 'a comment is never closed');
    return lt + 4;
  }
  if (text.startsWith('<![CDATA[', lt)) return scanCdata(text, lt, ends, handler);
  if (text.startsWith('<?', lt)) {
    const end = ends.find('>', lt + 2);
    return end === -1 ? text.length : end + 1;
  }
  if (text.startsWith('<!', lt)) {
    // One declaration a document is read with its internal subset; any other ends at its first ">".
    if (/^<!doctype/i.test(text.slice(lt, lt + 9)) && ends.first('doctype'))
      return scanDoctype(text, lt, handler);
    const end = ends.find('>', lt + 2);
    return end === -1 ? text.length : end + 1;
  }
  if (text.startsWith('</', lt)) {
    const end = ends.find('>', lt + 2);
    const next = ends.find('<', lt + 2);
    if (end === -1 || (next !== -1 && next < end)) {
      handler.problem(lt, 'a closing tag is cut off');
      const stop = next === -1 ? text.length : next;
      handler.close(text.slice(lt + 2, stop).trim(), lt, stop);
      return stop;
    }
    handler.close(text.slice(lt + 2, end).trim(), lt, end + 1);
    return end + 1;
  }
  if (!NAME_START.test(String.fromCodePoint(text.codePointAt(lt + 1) ?? 32))) {
    handler.problem(lt, '"<" that opens no tag');
    handler.text('<', true, lt);
    return lt + 1;
  }
  return scanOpenTag(text, lt, handler);
}

function scanCdata(text: string, lt: number, ends: EndFinder, handler: XmlHandler): number {
  const end = ends.find(']]>', lt + 9);
  if (end !== -1) {
    handler.text(text.slice(lt + 9, end), true, lt + 9);
    return end + 3;
  }
  handler.problem(lt, 'a CDATA section is never closed');
  const stop = ends.find('</', lt + 9);
  const cut = stop === -1 ? text.length : stop;
  handler.text(text.slice(lt + 9, cut), true, lt + 9);
  return cut;
}

/** Passes over `<!DOCTYPE …>` with its internal subset. */
function scanDoctype(text: string, lt: number, handler: XmlHandler): number {
  let depth = 0;
  for (let i = lt + 2; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, i + 1);
      if (close === -1) break;
      i = close;
    } else if (character === '>') {
      if (depth <= 0) {
        handler.doctype?.(text.slice(lt, i + 1));
        return i + 1;
      }
      depth -= 1;
    } else if (character === ']') depth -= 1;
    else if (text.startsWith('<!--', i)) {
      const close = text.indexOf('-->', i + 4);
      if (close === -1) break;
      i = close + 2;
    } else if (character === '[' || character === '<') depth += 1;
  }
  handler.problem(lt, 'a declaration is never closed');
  return lt + 2;
}

function scanOpenTag(text: string, lt: number, handler: XmlHandler): number {
  NAME_END.lastIndex = lt + 1;
  const nameEnd = NAME_END.exec(text)?.index ?? text.length;
  const name = text.slice(lt + 1, nameEnd);
  let firstGt = -1;
  let quote = 0;
  let i = nameEnd;
  for (; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 60 /* < */) break;
    if (code === 62 /* > */) {
      if (firstGt === -1) firstGt = i;
      if (quote === 0) break;
    } else if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if ((code === 34 || code === 39) && afterEquals(text, i)) quote = code;
  }
  let end = i;
  if (i >= text.length || text.charCodeAt(i) === 60) {
    handler.problem(lt, `the tag <${name.slice(0, 40)}> is cut off`);
    end = firstGt === -1 ? i : firstGt;
  }
  const closed = text.charCodeAt(end) === 62;
  const selfClosing = closed && text.charCodeAt(end - 1) === 47 && end > nameEnd;
  const attributes = text.slice(nameEnd, selfClosing ? end - 1 : end);
  const after = closed ? end + 1 : end;
  handler.open(name, attributes, lt, after, selfClosing);
  return after;
}

/** A quotation mark opens a value only behind `=`: an apostrophe lost among attributes must not swallow the page. */
function afterEquals(text: string, at: number): boolean {
  let i = at - 1;
  while (i > 0 && i > at - 20 && /\s/.test(text.charAt(i))) i -= 1;
  return text.charAt(i) === '=';
}

/** Attributes of a tag as printed, names with their prefix and in lower case; values not yet decoded. */
export function parseXmlAttributes(source: string): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = [];
  const pattern = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
  for (const match of source.matchAll(pattern)) {
    found.push({ name: (match[1] ?? '').toLowerCase(), value: match[2] ?? match[3] ?? match[4] ?? '' });
    if (found.length >= MAX_ATTRIBUTES) break;
  }
  return found;
}

const MAX_ATTRIBUTES = 200;

/** `indexOf` that looks for an end only once when there is none, so that unclosed openings cost no second pass. */
class EndFinder {
  private readonly absent = new Set<string>();
  private readonly last = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** True the first time it is asked about `what`. */
  first(what: string): boolean {
    const isFirst = !this.absent.has(what);
    this.absent.add(what);
    return isFirst;
  }

  find(end: string, from: number): number {
    if (this.absent.has(end)) return -1;
    // The end found for an earlier opening serves every opening before it.
    const known = this.last.get(end);
    if (known !== undefined && known >= from) return known;
    const index = this.text.indexOf(end, from);
    if (index === -1) this.absent.add(end);
    else this.last.set(end, index);
    return index;
  }
}
