import { describe, expect, test } from 'vitest';
import {
  bandKeysOf,
  NEAR_DUPLICATE,
  parseSignature,
  printSignature,
  type Signature,
  signatureOf,
  similarity,
} from '../../src/import/stages/near-duplicates.ts';
import { seededRandom, VARIANTS, variantOf } from './feeds/text-variants.ts';

/** Texts of invented words, common ones oftener than rare ones, as in any language. */
function pieces(count: number): string[] {
  const random = seededRandom(11);
  const syllables = ['ka', 'lo', 'mi', 'ter', 'vas', 'en', 'dro', 'pel', 'u', 'shi', 'bor', 'na'];
  const words = Array.from({ length: 3000 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join(''),
  );
  const word = () => words[Math.floor(random() ** 3 * words.length)] ?? '';
  return Array.from({ length: count }, () =>
    Array.from({ length: 8 }, () => `${Array.from({ length: 45 }, word).join(' ')}.`).join('\n\n'),
  );
}
function sign(text: string): Signature {
  const signature = signatureOf(text);
  if (signature === null) throw new Error('too short to be signed');
  return signature;
}
const found = (a: Signature, b: Signature) => {
  const keys = new Set(bandKeysOf(a));
  return bandKeysOf(b).some((key) => keys.has(key)) && similarity(a, b) >= NEAR_DUPLICATE;
};
const texts = pieces(60);

describe('a second printing is found', () => {
  test.each(
    VARIANTS.filter(({ isDuplicate }) => isDuplicate).map((variant) => [variant.name, variant] as const),
  )('%s', (_name, variant) => {
    const random = seededRandom(3);
    const missed = texts.filter(
      (text, index) =>
        !found(sign(text), sign(variantOf(text, variant, random, texts[(index + 1) % texts.length] ?? ''))),
    );
    expect(missed).toHaveLength(0);
  });
});

describe('another piece is not taken for it', () => {
  test.each(
    VARIANTS.filter(({ isDuplicate }) => !isDuplicate).map((variant) => [variant.name, variant] as const),
  )('%s', (_name, variant) => {
    const random = seededRandom(3);
    const taken = texts.filter((text, index) =>
      found(sign(text), sign(variantOf(text, variant, random, texts[(index + 1) % texts.length] ?? ''))),
    );
    expect(taken).toHaveLength(0);
  });
  test('1,770 pairs of different pieces', () => {
    const signatures = texts.map(sign);
    const taken = signatures.flatMap((a, index) => signatures.slice(index + 1).filter((b) => found(a, b)));
    expect(taken).toHaveLength(0);
  });
});

describe('signatures', () => {
  test('are the same on every machine and every day', () => {
    expect(
      bandKeysOf(
        sign('The gates stay open until May, said Mara Lind, and the ferry sails at ten from the old quay.'),
      ).slice(0, 2),
    ).toMatchInlineSnapshot(`
      [
        "0.75dmon1eir",
        "1.1h2fidnl8h",
      ]
    `);
  });
  test('agree with what the texts share', () => {
    const [a = '', b = ''] = texts;
    const half = sign(`${a}\n\n${b}`);
    expect(similarity(sign(a), sign(a))).toBe(1);
    expect(similarity(sign(a), half)).toBeGreaterThan(0.35);
    expect(similarity(sign(a), half)).toBeLessThan(0.65);
  });
  test('a text too short to tell has none', () => {
    expect(signatureOf('')).toBeNull();
    expect(signatureOf('Three words only')).toBeNull();
    expect(signatureOf('again '.repeat(500))).toBeNull();
  });
  test('scripts without spaces are compared too', () => {
    const text = '港の水門は五月まで開いたままになると市長が述べた。フェリーは十時に古い桟橋から出る。';
    expect(similarity(sign(text), sign(text.replace('五月', '六月')))).toBeGreaterThan(NEAR_DUPLICATE);
  });
  test('print and read back; what is none is null', () => {
    const signature = sign(texts[0] ?? '');
    expect(parseSignature(printSignature(signature))).toEqual(signature);
    expect(parseSignature('short')).toBeNull();
  });
});
