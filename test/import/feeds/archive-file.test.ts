import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ARCHIVE_LIMITS } from '../../../src/import/readers/archive-entries.ts';
import { archiveFile } from '../../../src/import/readers/archive-file.ts';
import { recogniseBytes } from '../../../src/import/readers/readers.ts';
import { readInput } from './reading.ts';

type Entries = readonly (readonly [name: string, content: string | Uint8Array])[];
const page = (title: string) => `---\ntitle: ${title}\n---\nText.\n`;
const number = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

function zip(entries: Entries, change: { flags?: number; crc?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const rest = Buffer.concat([
      number(20, 2),
      number(change.flags ?? 0x800, 2),
      number(8, 2),
      number(0, 4),
      number(change.crc ?? crc32(data), 4),
      number(packed.length, 4),
      number(data.length, 4),
      number(Buffer.byteLength(name), 2),
      number(0, 2),
    ]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), rest, Buffer.from(name), packed]);
    central.push(
      Buffer.concat(
        [
          Buffer.from('PK\x01\x02'),
          number(20, 2),
          rest,
          number(0, 2),
          number(0, 4),
          number(0, 4),
          number(offset, 4),
          Buffer.from(name),
        ].flat(),
      ),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([
    ...locals,
    directory,
    Buffer.from('PK\x05\x06'),
    number(0, 4),
    number(entries.length, 2),
    number(entries.length, 2),
    number(directory.length, 4),
    number(offset, 4),
    number(0, 2),
  ]);
}

function tar(entries: Entries, type = '0'): Buffer {
  const blocks = entries.flatMap(([name, content]) => {
    const data = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const entries: Entries = [
  ['a.md', page('A')],
  ['sub/ü.md', page('B')],
];

describe('archives are read as folders', () => {
  test.each([
    ['zip', zip(entries)],
    ['tar', tar(entries)],
    ['tar.gz', gzipSync(tar(entries))],
  ])('%s', (_name, bytes) => {
    const { format, drafts, items, problems } = readInput(bytes);
    expect(format).toBe('archive');
    expect(drafts.map((draft) => draft.headline)).toEqual(['A', 'B']);
    expect(items.map((item) => item.locator)).toEqual(['input/a.md', 'input/sub/ü.md']);
    expect(problems).toEqual([]);
  });
  test('a gzipped file is that file', () => {
    expect(readInput(gzipSync(page('A'))).drafts[0]?.headline).toBe('A');
  });
  test('a zip within a tar.gz is read too', () => {
    expect(readInput(gzipSync(tar([['inner.bin', zip(entries)]]))).items.map((item) => item.locator)).toEqual(
      ['input/inner.bin/a.md', 'input/inner.bin/sub/ü.md'],
    );
  });
  test('a picture is refused by name; what systems and browsers leave beside the pages is passed over', () => {
    const { refusals, problems, drafts } = readInput(
      zip([
        ['x.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
        ['__MACOSX/a.md', page('A')],
        ['p_files/x.css', 'a{}'],
        ['.DS_Store', 'x'],
      ]),
    );
    expect([...refusals, ...problems]).toMatchObject([{ code: 'BINARY', at: { file: 'input/x.png' } }]);
    expect(drafts).toEqual([]);
  });
});

describe('archives that mean harm', () => {
  test.each(['../a.md', '/etc/a.md', 'C:\\a.md', 'x/../../a.md', '..\\a.md'])(
    'the name %s is refused, the rest is read',
    (name) => {
      const { drafts, problems } = readInput(
        zip([
          [name, page('Evil')],
          ['b.md', page('B')],
        ]),
      );
      expect(drafts.map((draft) => draft.headline)).toEqual(['B']);
      expect(problems).toMatchObject([{ code: 'UNSAFE_ARCHIVE' }]);
    },
  );
  test('links in a tar are not followed', () => {
    expect(readInput(tar([['link', '']], '2')).items).toEqual([]);
  });
  test('a bomb of gzip or zip ends at the bound', () => {
    const big = Buffer.alloc(32 * 1024 * 1024);
    expect(readInput(gzipSync(big)).problems).toMatchObject([{ code: 'UNSAFE_ARCHIVE' }]);
    expect(
      readInput(
        zip([
          ['a', big],
          ['b.md', page('B')],
        ]),
      ).problems,
    ).toMatchObject([{ code: 'UNSAFE_ARCHIVE' }]);
  });
  test('many entries that overlap in one another end at the bound for all of them', () => {
    const reader = archiveFile(recogniseBytes, { ...ARCHIVE_LIMITS, maxTotalBytes: 10_000 });
    const { problems } = readInput(
      zip(Array.from({ length: 20 }, (_, i) => [`${i}.md`, `${page('A')}${'x'.repeat(1000)}`])),
      { reader },
    );
    expect(problems.at(-1)?.code).toBe('UNSAFE_ARCHIVE');
  });
  test('too many entries end it, too deep ones are refused', () => {
    const few = archiveFile(recogniseBytes, { ...ARCHIVE_LIMITS, maxEntries: 1 });
    expect(readInput(zip(entries), { reader: few }).problems).toMatchObject([
      { code: 'UNSAFE_ARCHIVE', message: 'It holds more than 1 entries.' },
    ]);
    const nested = zip([['1.zip', zip([['2.zip', zip([['3.zip', zip(entries)]])]])]]);
    expect(readInput(nested).problems).toMatchObject([
      { code: 'UNSAFE_ARCHIVE', at: { file: 'input/1.zip/2.zip/3.zip' } },
    ]);
  });
  test('damaged, encrypted and cut archives are told, never thrown', () => {
    expect(readInput(zip(entries, { crc: 1 })).problems.map(({ code }) => code)).toEqual([
      'UNREADABLE',
      'UNREADABLE',
    ]);
    expect(readInput(zip(entries, { flags: 1 })).problems[0]?.message).toBe('The entry is encrypted.');
    expect(readInput(zip(entries).subarray(0, 120)).problems[0]?.code).toBe('UNREADABLE');
    expect(readInput(gzipSync(page('A')).subarray(0, 20)).problems[0]?.code).toBe('UNREADABLE');
    expect(readInput(tar(entries).subarray(0, 1100)).problems[0]?.code).toBe('UNREADABLE');
  });
});
