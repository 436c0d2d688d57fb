import { expect, test } from 'vitest';
import { decodeBytes, findInvalidUtf8, looksBinary } from '../../src/text/decode-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('UTF-8 is read with and without its mark', () => {
  expect(decodeBytes(Buffer.from('été'))).toEqual({ text: 'été', encoding: 'utf-8' });
  expect(decodeBytes(Buffer.from('\uFEFFété'))).toEqual({ text: 'été', encoding: 'utf-8' });
});
test('a UTF-16 mark decides over what was declared', () => {
  expect(decodeBytes(bytes(0xff, 0xfe, 0x41, 0), 'utf-8')).toEqual({ text: 'A', encoding: 'utf-16le' });
  expect(decodeBytes(bytes(0xfe, 0xff, 0, 0x41))).toEqual({ text: 'A', encoding: 'utf-16be' });
});
test('bytes that are no UTF-8 are refused rather than repaired', () => {
  expect(decodeBytes(bytes(0x41, 0xe9, 0x42))).toBeNull();
});
test('declared Latin-1 is read as windows-1252', () => {
  expect(decodeBytes(bytes(0x93, 0xe9, 0x94), 'ISO-8859-1')).toEqual({
    text: '“é”',
    encoding: 'windows-1252',
  });
});
test('other declared encodings are read', () => {
  expect(decodeBytes(bytes(0xcf, 0xf0, 0xe8), 'windows-1251')?.text).toBe('При');
  expect(decodeBytes(bytes(0x93, 0xfa), 'Shift_JIS')?.text).toBe('日');
});
test('an unknown label counts as not declared', () => {
  expect(decodeBytes(Buffer.from('é'), 'x-nothing')?.text).toBe('é');
});
test('the place of the first invalid byte is named', () => {
  expect(findInvalidUtf8(bytes(0x41, 0xc3, 0xa9, 0xff, 0x42))).toBe(3);
  expect(findInvalidUtf8(Buffer.from('été'))).toBeNull();
});
test('pictures and documents are told from text', () => {
  expect(looksBinary(Buffer.from('%PDF-1.7 text'))).toBe(true);
  expect(looksBinary(bytes(0x41, 0, 0x42))).toBe(true);
  expect(looksBinary(Buffer.from('Plain words'))).toBe(false);
  expect(looksBinary(bytes(0xff, 0xfe, 0x41, 0))).toBe(false);
});
