/**
 * Writes `src/vocabulary/media-topics-data.ts` from a list of IPTC Media Topics.
 *
 *     npx tsx scripts/generate-media-topics-data.ts FILE.jsonl
 *
 * A line of the file: `{"id": "medtop:20000025", "label": "Jazz music", "broader": "medtop:20000021" | null}`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { foldName } from '../src/vocabulary/fold-name.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: npx tsx scripts/generate-media-topics-data.ts FILE.jsonl');

const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    // The list is ours to choose; a line of another shape makes `slice` throw.
    const topic = JSON.parse(line) as { id: string; label: string; broader: string | null };
    const slug = foldName(topic.label.replaceAll("'", '')).replaceAll(' ', '-');
    return [
      topic.id.slice('medtop:'.length),
      topic.broader?.slice('medtop:'.length) ?? '',
      slug,
      topic.label,
    ].join('|');
  });

writeFileSync(
  'src/vocabulary/media-topics-data.ts',
  `// Made by scripts/generate-media-topics-data.ts. Do not edit.
// IPTC Media Topics NewsCodes, (c) IPTC (https://iptc.org), CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
// Changes: English labels only, slugs added, definitions and mappings left out.

/** Code without \`medtop:\` | code of the broader topic | slug | English label. Broader topics may follow narrower ones. */
export const MEDIA_TOPIC_ROWS: readonly string[] = [
${rows.map((row) => `  ${row.includes("'") ? JSON.stringify(row) : `'${row}'`},`).join('\n')}
];
`,
);
