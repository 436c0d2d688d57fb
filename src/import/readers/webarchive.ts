import { readBinaryPlist } from './binary-plist.ts';
import { pageItem } from './html-page.ts';
import type { Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';

/** A page as Safari saves it: a binary property list whose `WebMainResource` is the page. */
export const webarchive = {
  format: 'webarchive',
  recognises: (head) => head.startsWith('bplist00') && head.includes('WebMainResource'),
  read: readWebarchive,
} satisfies Reader;

function* readWebarchive(input: ReaderInput): Generator<ReadItem | Refusal> {
  const main = field(readBinaryPlist(input.bytes), 'WebMainResource');
  const data = field(main, 'WebResourceData');
  if (!(data instanceof Uint8Array)) {
    yield {
      status: 'refused',
      code: 'MALFORMED',
      at: { file: input.file },
      message: 'The web archive holds no main page.',
      hint: 'Save the page again from Safari, or as HTML.',
    };
    return;
  }
  const url = field(main, 'WebResourceURL');
  const charset = field(main, 'WebResourceTextEncodingName');
  yield pageItem(
    {
      file: input.file,
      bytes: data,
      contentType: typeof charset === 'string' ? `text/html; charset=${charset}` : 'text/html',
      url: typeof url === 'string' && /^https?:/i.test(url) ? url : input.url,
    },
    input.file,
    [0, input.bytes.length],
  );
}

function field(value: unknown, name: string): unknown {
  return value instanceof Map ? value.get(name) : undefined;
}
