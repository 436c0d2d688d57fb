import type { Archive } from '../archive/archive.ts';
import { systemClock } from '../import/follow-feeds.ts';
import { type FeedReport, followIntoArchive } from '../import/followed-feeds.ts';
import type { RunSummary } from '../import/import-paths.ts';
import type { Outcome } from '../import/outcome.ts';
import { watchIntoArchive } from '../import/watch-folder.ts';
import { VERSION } from '../server/version.ts';
import { stoppable } from './stoppable.ts';
import { EXIT, faint, red, say } from './terminal.ts';

interface StandingFlags {
  readonly json?: boolean;
  readonly once?: boolean;
  readonly force?: boolean;
}

/** Says who asks, so that whoever runs the feed's server knows. */
const USER_AGENT = `Dateline/${VERSION} (news archive; feed reader)`;

/** `dateline import --follow`: a line a visit, until Ctrl-C or, with `--once`, until each feed was visited. */
export async function followFeedsGiven(
  archive: Archive,
  addresses: readonly string[],
  flags: StandingFlags,
): Promise<void> {
  let visits = 0;
  let hasTrouble = false;
  await stoppable(async (signal) => {
    if (flags.once !== true && flags.json !== true) {
      const feeds = addresses.length === 1 ? '1 feed' : `${addresses.length} feeds`;
      say(faint(`Following ${feeds}, each visited when it is due. Ctrl-C ends it.`));
    }
    const options = { signal, clock: systemClock, userAgent: USER_AGENT, once: flags.once === true };
    for await (const report of followIntoArchive(archive, addresses, {
      ...options,
      onOutcome: refusals(flags),
    })) {
      visits += 1;
      hasTrouble ||= report.visit.kind === 'failed' || (report.summary?.refusedCount ?? 0) > 0;
      if (flags.json === true) say(JSON.stringify(visitRecord(report)));
      else say(visitLine(report, Date.now()));
    }
  });
  if (visits === 0 && flags.once === true && flags.json !== true) say('No feed is due.');
  process.exitCode = hasTrouble ? EXIT.refused : EXIT.ok;
}

/** `dateline import --watch`: a line for each time that something came in, until Ctrl-C. */
export async function watchFolderGiven(
  archive: Archive,
  folder: string,
  flags: StandingFlags,
): Promise<void> {
  let hasRefused = false;
  await stoppable(async (signal) => {
    if (flags.json !== true) say(faint(`Watching ${folder}. Ctrl-C ends it.`));
    const options = { signal, force: flags.force === true, onOutcome: refusals(flags) };
    for await (const summary of watchIntoArchive(archive, folder, options)) {
      hasRefused ||= summary.refusedCount > 0;
      if (flags.json === true) say(JSON.stringify({ watched: folder, ...summary }));
      else say(`${clock(Date.now())}  ${countsOf(summary)}`);
    }
  });
  process.exitCode = hasRefused ? EXIT.refused : EXIT.ok;
}

/** Tells each refusal when it comes: there is no table at the end. */
function refusals({ json }: StandingFlags): (outcome: Outcome) => void {
  return (outcome) => {
    if (outcome.outcome !== 'REFUSED' || json === true) return;
    const { code, message, hint } = outcome.refusal;
    say(`  ${outcome.locator}  ${red(code)}\n    ${message} ${hint}`);
  };
}

function visitRecord({ address, visit, summary, nextAt }: FeedReport) {
  const reason = 'reason' in visit ? { reason: visit.reason } : {};
  return {
    feed: address,
    visit: visit.kind,
    ...reason,
    ...summary,
    nextAt: nextAt && new Date(nextAt).toISOString(),
  };
}

function visitLine({ address, visit, summary, nextAt }: FeedReport, now: number): string {
  const what =
    visit.kind === 'changed' && summary !== null
      ? countsOf(summary)
      : 'reason' in visit
        ? red(visit.reason)
        : 'nothing new';
  const next = nextAt === null ? 'not visited any more' : `again at ${clock(nextAt)}`;
  return `${clock(now)}  ${address}: ${what} ${faint(`(${next})`)}`;
}

function countsOf({ newCount, changedCount, unchangedCount, refusedCount }: RunSummary): string {
  return `${newCount} new, ${changedCount} changed, ${unchangedCount} unchanged, ${refusedCount} refused`;
}

/** `14:05` today, with the day before it otherwise. Local time: this is the owner's terminal. */
function clock(at: number): string {
  const date = new Date(at);
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${date.toISOString().slice(0, 10)} ${time}`;
}
