import { Command } from 'commander';
import type { Archive } from '../archive/archive.ts';
import { UserError } from '../errors.ts';
import { importPaths, type RunOptions } from '../import/import-paths.ts';
import { loadQuarantine, retryQuarantine } from '../import/quarantine.ts';
import { jsonLinesSchema } from '../import/readers/json-lines-schema.ts';
import { DEFAULT_DATABASE, readConfig } from '../server/config.ts';
import { giveWay } from './give-way.ts';
import { type ImportReport, jsonReport, plainReport, terminalReport } from './import-report.ts';
import { openConfigured } from './open-configured.ts';
import { followFeedsGiven, watchFolderGiven } from './standing-import.ts';
import { stoppable } from './stoppable.ts';
import { EXIT, say } from './terminal.ts';

interface ImportFlags {
  readonly database?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly review?: boolean;
  readonly retry?: boolean;
  readonly schema?: boolean;
  readonly watch?: boolean;
  readonly follow?: boolean;
  readonly once?: boolean;
}

/**
 * `dateline import PATH…`: takes files and folders into the archive.
 *
 * Exit code 0 when everything came in, 1 when something was refused, 2 for a wrong call, 130 when it was stopped.
 */
export const importCommand = (): Command =>
  new Command('import')
    .argument(
      '[path...]',
      'files and folders (in a folder, README files and hidden files are left out), or with --follow addresses of feeds',
    )
    .option(
      '--database <path or URL>',
      `the archive: a file, or a libSQL server (DATABASE_URL; default ${DEFAULT_DATABASE})`,
    )
    .option('--dry-run', 'show what would change, field by field, and store nothing')
    .option('--force', 'read again what is known by its bytes')
    .option('--json', 'report in JSON Lines: one an item, the summary last')
    .option('--watch', 'stay, and take in what is new or changed in the folder')
    .option('--follow', 'stay, and visit the feeds whose addresses are given, politely, as they come due')
    .option('--once', 'with --follow: visit the feeds that are due one time and end, for cron')
    .option('--review', 'list what was refused and is kept in the quarantine')
    .option('--retry', 'take in once more what is in the quarantine')
    .option('--schema', 'print the JSON Schema of the JSON Lines that are read')
    .action(run);

async function run(paths: readonly string[], flags: ImportFlags): Promise<void> {
  // Whoever reads our output may have seen enough: `dateline import --review | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
  if (flags.schema === true) return say(JSON.stringify(jsonLinesSchema, null, 2));
  checkFlags(paths, flags);
  if (paths.length === 0 && flags.review !== true && flags.retry !== true) {
    throw new UserError('CONFIG', 'Nothing to import.', 'Name files or folders: `dateline import PATH…`.');
  }
  giveWay();
  const archive = await openConfigured(readConfig(process.env, { database: flags.database }));
  try {
    if (flags.review === true) return await review(archive, flags.json === true);
    if (flags.follow === true) return await followFeedsGiven(archive, paths, flags);
    if (flags.watch === true) return await watchFolderGiven(archive, paths[0] ?? '.', flags);
    const report = reportFor(flags);
    const summary = await stoppable((signal) => {
      const options = optionsFor(flags, report, signal);
      return flags.retry === true ? retryQuarantine(archive, options) : importPaths(archive, paths, options);
    });
    report.onEnd(summary, flags.retry === true ? '--retry' : paths.join(' '));
    if (summary.status === 'STOPPED') process.exitCode = 130;
    else process.exitCode = summary.refusedCount > 0 ? EXIT.refused : EXIT.ok;
  } finally {
    await archive.close();
  }
}

/** What cannot go together, told before anything is opened. */
function checkFlags(paths: readonly string[], flags: ImportFlags): void {
  const refuse = (message: string, hint: string) => {
    throw new UserError('CONFIG', message, hint);
  };
  if (flags.once === true && flags.follow !== true)
    refuse('--once goes with --follow.', 'A plain import ends by itself: leave --once out.');
  if (flags.watch === true && flags.follow === true)
    refuse('--watch and --follow cannot go together.', 'Run two imports beside each other.');
  if ((flags.watch === true || flags.follow === true) && (flags.dryRun === true || flags.retry === true))
    refuse('--dry-run and --retry go with a plain import.', 'Leave --watch and --follow out.');
  if (flags.watch === true && paths.length !== 1)
    refuse('--watch takes one folder.', 'Run an import for each folder: `dateline import --watch FOLDER`.');
  const [odd] = flags.follow === true ? paths.filter((path) => !/^https?:\/\//i.test(path)) : [];
  if (odd !== undefined)
    refuse(`"${odd}" is no web address.`, 'Name feeds: `dateline import --follow https://…/feed.xml`.');
}

function reportFor({ json, dryRun }: ImportFlags): ImportReport {
  if (json === true) return jsonReport(process.stdout);
  const isTerminal = process.stderr.isTTY === true && process.env.TERM !== 'dumb';
  return isTerminal
    ? terminalReport(process.stdout, process.stderr, dryRun === true)
    : plainReport(process.stdout, dryRun === true);
}

function optionsFor(flags: ImportFlags, report: ImportReport, signal: AbortSignal): RunOptions {
  return {
    signal,
    dryRun: flags.dryRun === true,
    force: flags.force === true,
    onStart: report.onStart,
    onOutcome: report.onOutcome,
  };
}

async function review(archive: Archive, asJson: boolean): Promise<void> {
  const items = await loadQuarantine(archive);
  for (const item of items) {
    if (asJson) say(JSON.stringify(item));
    else {
      say(`${item.locator}${item.line === null ? '' : `:${item.line}`}  ${item.code}`);
      say(`  ${item.message} ${item.hint}${item.isKept ? '' : ' (Its bytes are not kept.)'}`);
    }
  }
  if (asJson) return;
  if (items.length === 0) say('Nothing is in the quarantine.');
  else
    say(
      `\n${items.length} in the quarantine. \`dateline import --retry\` takes them in again once they can be read.`,
    );
}
