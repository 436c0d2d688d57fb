import { Command, Option } from 'commander';
import { parse } from 'graphql';
import type { Archive } from '../archive/archive.ts';
import { exportedPieces, loadMappingTexts } from '../export/exported-pieces.ts';
import { writeExport } from '../export/write-export.ts';
import { askArchive } from '../server/ask-archive.ts';
import { DEFAULT_DATABASE, readConfig } from '../server/config.ts';
import { readListParameters } from '../server/list-parameters.ts';
import { openConfigured } from './open-configured.ts';
import { faint, say } from './terminal.ts';

/** Options that choose pieces: the parameters of `/feeds/articles`. */
const CHOOSING = {
  region: 'about one of these places, or what lies in them',
  theme: 'on one of these themes, or what lies under them',
  report: 'part of one of these in-depth reports',
  author: 'by one of these authors',
  speaker: 'quoting one of these speakers',
  publisher: 'from one of these outlets',
  language: 'in one of these languages (BCP 47)',
  from: 'published on this day or later',
  to: 'published on this day or before',
  text: 'with these words',
  filter: 'that pass this ArticleFilter, JSON as in GraphQL',
} as const;

type Flags = Partial<Record<keyof typeof CHOOSING, string>> & {
  readonly database?: string;
  readonly format: 'all' | 'jsonl' | 'markdown';
  readonly overwrite?: boolean;
};

/** `dateline export DIR`: writes the archive, or what passes a filter, as JSON Lines and Markdown. */
export const exportCommand = (): Command => {
  const command = new Command('export')
    .argument('<folder>', 'a new or empty folder')
    .option(
      '--database <path or URL>',
      `the archive: a file, or a libSQL server (DATABASE_URL; default ${DEFAULT_DATABASE})`,
    )
    .addOption(
      new Option('--format <format>', 'which files').choices(['all', 'jsonl', 'markdown']).default('all'),
    )
    .option('--overwrite', 'write into a folder that is not empty');
  for (const [name, what] of Object.entries(CHOOSING))
    command.option(`--${name} <value>`, `only pieces ${what}`);
  return command.action(run);
};

async function run(folder: string, flags: Flags): Promise<void> {
  const archive = await openConfigured(readConfig(process.env, { database: flags.database }));
  try {
    const filter = filterOf(flags);
    const total = await countPieces(archive, filter);
    const done = await writeExport(exportedPieces(archive, filter), folder, {
      jsonLines: flags.format !== 'markdown',
      markdown: flags.format !== 'jsonl',
      overwrite: flags.overwrite === true,
      mappings: await loadMappingTexts(archive),
      onPiece: progressOf(total),
    });
    say(`${done} pieces are in ${folder}.`);
    say(faint(`  To import them elsewhere: dateline import ${folder} --database PATH`));
  } finally {
    await archive.close();
  }
}

function filterOf(flags: Flags): unknown {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(CHOOSING) as (keyof typeof CHOOSING)[]) {
    const value = flags[name];
    if (value !== undefined) parameters.set(name, value);
  }
  return readListParameters(parameters, 'articles').filter;
}

const COUNT = parse(
  'query PiecesToExport($filter: ArticleFilter) { articles(filter: $filter) { totalCount } }',
);

/** How many pieces pass; says what is wrong with a filter before anything is written. */
async function countPieces(archive: Archive, filter: unknown): Promise<number> {
  const { articles } = await askArchive<{ articles: { totalCount: number } }>(
    { archive, origin: '' },
    COUNT,
    {
      filter,
    },
  );
  return articles.totalCount;
}

/** A line on the terminal that counts along; nothing where the output goes to a file. */
function progressOf(total: number): (done: number) => void {
  if (process.stderr.isTTY !== true) return () => undefined;
  return (done) => {
    if (done % 100 === 0 || done === total)
      process.stderr.write(`\r${done} of ${total} pieces${done === total ? '\r\u001b[K' : ''}`);
  };
}
