import type { Archive } from '../../src/archive/archive.ts';
import { importItems } from '../../src/import/import-items.ts';
import type { Outcome } from '../../src/import/outcome.ts';
import { readBytes } from '../../src/import/read-items.ts';

/** Imports pieces by headline, the first a day before the second and so on, and gives what became of them. */
export async function importTexts(
  archive: Archive,
  pieces: Readonly<Record<string, readonly string[]>>,
): Promise<readonly Outcome[]> {
  const lines = Object.entries(pieces).map(([headline, paragraphs], index) =>
    JSON.stringify({
      headline,
      url: `https://quay.example/${headline.toLowerCase().replaceAll(' ', '-')}`,
      datePublished: `2024-03-${String(index + 1).padStart(2, '0')}`,
      inLanguage: 'en',
      body: paragraphs.join('\n\n'),
    }),
  );
  return importBytes(archive, 'pieces.jsonl', `${lines.join('\n')}\n`);
}

/** Imports a file that is not on the disk. */
export async function importBytes(archive: Archive, name: string, text: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  async function* items() {
    yield* readBytes({ name, place: `/${name}`, bytes: Buffer.from(text), contentType: null, url: null });
  }
  for await (const outcome of importItems(archive, items())) outcomes.push(outcome);
  return outcomes;
}
