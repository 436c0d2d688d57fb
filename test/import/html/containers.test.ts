import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ArticleDraft, Reader } from '../../../src/import/readers/reader.ts';
import { recogniseBytes } from '../../../src/import/readers/readers.ts';
import { draftOf, FIRST, piece, refusalOf } from './page-reader.ts';

const html = piece(
  '<p>Café „Möwe“ is on the pier, and the café’s owner said so herself when she was asked about it.</p>',
);
const CAFE = 'Café „Möwe“ is on the pier';

function readAll(bytes: Uint8Array): {
  readonly format: string;
  readonly drafts: readonly ArticleDraft[];
  readonly locators: readonly string[];
} {
  const reader: Reader | null = recogniseBytes(bytes, null);
  if (!reader) throw new Error('not recognised');
  const items = [...reader.read({ file: 'saved', bytes, contentType: null, url: null })];
  const drafts = items.flatMap((item) => {
    if ('status' in item) return [];
    const draft = item.parse();
    return draft.status === 'read' ? [draft] : [];
  });
  return {
    format: reader.format,
    drafts,
    locators: items.flatMap((item) => ('locator' in item ? [item.locator] : [])),
  };
}

test('a page is recognised by its content', () => {
  expect(readAll(Buffer.from(html)).format).toBe('html-page');
});

test.each([
  [
    'XHTML behind an XML declaration',
    `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>a</p></body></html>`,
  ],
  [
    'a warning of the server before the page',
    '<br /><b>Warning</b>: no file in x.php<!DOCTYPE html><html><body>a</body></html>',
  ],
  ['a fragment', '<div><h1>Title</h1><p>One</p><p>Two</p></div>'],
  ['a comment of the browser that saved it', '<!-- saved from url=(0014)about:internet --><HTML><BODY>a'],
])('%s is a page', (_, text) => {
  expect(recogniseBytes(Buffer.from(text), null)?.format).toBe('html-page');
});

test.each([
  [
    'prose that speaks of tags',
    'A short title\n\nBy Ada Venn\n\nShe typed <p> and then <html> into the box.\n',
  ],
  [
    'a list of feeds',
    '<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body><outline/></body></opml>',
  ],
])('%s is no page', (_, text) => {
  expect(recogniseBytes(Buffer.from(text), null)?.format).not.toBe('html-page');
});

test.each([
  [
    'windows-1252',
    'windows-1252',
    (text: string) =>
      Buffer.from(text.replace(/„/g, '\u0084').replace(/“/g, '\u0093').replace(/’/g, '\u0092'), 'latin1'),
  ],
  ['UTF-16 with a byte order mark', 'utf-8', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 without one', 'utf-16', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-16 without one, high byte first', 'utf-16', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ['UTF-8 under an old declaration', 'iso-8859-1', (text: string) => Buffer.from(text)],
  [
    'UTF-8 that was read as Latin-1 and encoded again',
    'utf-8',
    (text: string) => Buffer.from(Buffer.from(text).toString('latin1')),
  ],
])('a page in %s reads as it was written', (_, declared, encode) => {
  const bytes = encode(html.replace('<head>', `<head><meta charset="${declared}">`));
  expect(draftOf(bytes).body).toContain(CAFE);
});

test('the encoding that HTTP states is used when the page states none', () => {
  expect(
    draftOf(Buffer.from(html.replace(/[„“’]/g, ''), 'latin1'), null, 'text/html; charset=iso-8859-1').body,
  ).toContain('Café Möwe is');
});

test('the page in an MHTML file is read, with the address it was saved from', () => {
  const body = Buffer.from(html)
    .toString('latin1')
    .replace(/[=\u0080-\u00ff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const folded = body.replace(/(.{60,70}) /g, '$1 =\r\n');
  const file = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://ledger.example/x',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----cut"',
    '',
    '',
    '------cut',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '------cut',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://ledger.example/x',
    '',
    folded,
    '------cut--',
    '',
  ].join('\r\n');
  const { format, drafts } = readAll(Buffer.from(file, 'latin1'));
  expect(format).toBe('mhtml');
  expect(drafts[0]?.body).toContain(CAFE);
  expect(drafts[0]?.url).toBe('https://ledger.example/x');
});

test('an MHTML file without a page is refused', () => {
  const file =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n';
  const reader = recogniseBytes(Buffer.from(file), null);
  expect([
    ...(reader?.read({ file: 'saved', bytes: Buffer.from(file), contentType: null, url: null }) ?? []),
  ]).toMatchObject([{ status: 'refused', code: 'MALFORMED' }]);
});

/** A binary property list of nested dictionaries with text and data, as Safari writes it. */
function plist(value: object): Buffer {
  const objects: Buffer[] = [];
  const sized = (kind: number, length: number): Buffer =>
    length < 15
      ? Buffer.from([(kind << 4) | length])
      : Buffer.concat([
          Buffer.from([(kind << 4) | 15, 0x12]),
          Buffer.from(
            new Uint8Array([length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]),
          ),
        ]);
  const add = (item: unknown): number => {
    const at = objects.push(Buffer.alloc(0)) - 1;
    if (typeof item === 'string')
      objects[at] = Buffer.concat([sized(5, item.length), Buffer.from(item, 'latin1')]);
    else if (item instanceof Uint8Array) objects[at] = Buffer.concat([sized(4, item.length), item]);
    else {
      const entries = Object.entries(item ?? {});
      const refs = [...entries.map(([key]) => add(key)), ...entries.map(([, inner]) => add(inner))];
      objects[at] = Buffer.concat([sized(13, entries.length), Buffer.from(refs)]);
    }
    return at;
  };
  add(value);
  const head = Buffer.from('bplist00');
  const offsets: number[] = [];
  let at = head.length;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const table = Buffer.alloc(offsets.length * 4);
  for (const [i, offset] of offsets.entries()) table.writeUInt32BE(offset, i * 4);
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(4, 6);
  trailer.writeUInt8(1, 7);
  trailer.writeBigUInt64BE(BigInt(offsets.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([head, ...objects, table, trailer]);
}

test('the page in a Safari web archive is read', () => {
  const file = plist({
    WebMainResource: {
      WebResourceData: Buffer.from(html),
      WebResourceURL: 'https://ledger.example/x',
      WebResourceMIMEType: 'text/html',
      WebResourceTextEncodingName: 'UTF-8',
    },
  });
  const { format, drafts } = readAll(file);
  expect(format).toBe('webarchive');
  expect(drafts[0]?.body).toContain(CAFE);
  expect(drafts[0]?.url).toBe('https://ledger.example/x');
});

test('a damaged web archive is refused, not thrown', () => {
  const file = Buffer.concat([Buffer.from('bplist00 WebMainResource'), Buffer.alloc(40, 255)]);
  const reader = recogniseBytes(file, null);
  expect([
    ...(reader?.read({ file: 'saved', bytes: file, contentType: null, url: null }) ?? []),
  ]).toMatchObject([{ status: 'refused', code: 'MALFORMED' }]);
});

function record(
  type: string,
  uri: string,
  block: Buffer,
  contentType = 'application/http; msgtype=response',
): Buffer {
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nContent-Type: ${contentType}\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
}

test('every page that a WARC file holds is read, gzipped and chunked ones too; requests and pictures are passed over', () => {
  const zipped = gzipSync(html);
  const chunked = Buffer.concat([
    Buffer.from(`${zipped.length.toString(16)}\r\n`),
    zipped,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
  const file = Buffer.concat([
    record('warcinfo', '', Buffer.from('software: none'), 'application/warc-fields'),
    record('request', 'https://ledger.example/a', Buffer.from('GET /a HTTP/1.1\r\n\r\n')),
    record(
      'response',
      'https://ledger.example/a',
      Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`),
    ),
    record(
      'response',
      'https://ledger.example/b',
      Buffer.concat([
        Buffer.from(
          'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n',
        ),
        chunked,
      ]),
    ),
    record(
      'response',
      'https://ledger.example/c',
      Buffer.from('HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>moved</p>'),
    ),
    record(
      'response',
      'https://ledger.example/d.png',
      Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx'),
    ),
  ]);
  const { format, drafts, locators } = readAll(file);
  expect(format).toBe('warc');
  expect(locators).toEqual(['saved#https://ledger.example/a', 'saved#https://ledger.example/b']);
  expect(drafts.map((draft) => draft.body.includes(FIRST))).toEqual([true, true]);
});

test('a WARC file that is cut off gives what came before, and says where it ends', () => {
  const whole = record(
    'response',
    'https://ledger.example/a',
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`),
  );
  const file = Buffer.concat([whole, whole.subarray(0, 200)]);
  const reader = recogniseBytes(file, null);
  const items = [...(reader?.read({ file: 'saved', bytes: file, contentType: null, url: null }) ?? [])];
  expect(items).toHaveLength(2);
  expect(items[1]).toMatchObject({ status: 'refused', at: { byteRange: [whole.length, file.length] } });
});

test.each([
  ['EMPTY', ''],
  ['NO_HEADLINE', `<html><body><p>${FIRST}</p></body></html>`],
  [
    'NO_BODY',
    '<html><head><title>Ferry runs again</title></head><body><nav><a href="/">Home</a></nav></body></html>',
  ],
  ['MALFORMED', `<html><head><title>Ferry</title></head><body>${'<div>'.repeat(5000)}${FIRST}</body></html>`],
  [
    'TOO_LARGE',
    `<html><head><title>Ferry</title></head><body><p>${'boat '.repeat(6_000_000)}</p></body></html>`,
  ],
] as const)('a page is refused as %s, with a message and a way out', (code, html) => {
  const refused = refusalOf(html);
  expect(refused.code).toBe(code);
  expect(refused.hint).not.toBe('');
});
