import type { Writable } from 'node:stream';
import type { RunPlan, RunProgress, RunSummary } from '../import/import-paths.ts';
import type { Outcome, Refused } from '../import/outcome.ts';
import type { FieldChange } from '../import/stages/field-changes.ts';
import { bold, faint, green, red } from './terminal.ts';

/** How a run tells what it does. */
export interface ImportReport {
  readonly onStart: (plan: RunPlan) => void;
  readonly onOutcome: (outcome: Outcome, progress: RunProgress) => void;
  /** `again` is what to put behind `dateline import` to go on after a stop. */
  readonly onEnd: (summary: RunSummary, again: string) => void;
}

/** Milliseconds between two drawings of the bar. */
const REDRAW_MS = 100;

/** Items between two lines of progress where no bar can be drawn. */
const PLAIN_EVERY = 500;

/** Refusals listed at the end, in all and for one reason; the rest are in `dateline import --review`. */
const MAX_LISTED = 50;
const MAX_LISTED_ALIKE = 5;

/** UTF-16 units of a value shown in a dry run. */
const MAX_SHOWN = 100;

/** What was refused, as far as it is listed; a run may refuse a million lines. */
class RefusedList {
  readonly listed: Refused[] = [];
  /** How many were refused for each reason that is listed: an export may hold thousands of pictures. */
  readonly alike = new Map<string, number>();
  count = 0;

  add(refused: Refused): void {
    this.count += 1;
    const reason = reasonOf(refused);
    const alike = this.alike.get(reason) ?? 0;
    const lists = alike < MAX_LISTED_ALIKE && this.listed.length < MAX_LISTED;
    if (lists) this.listed.push(refused);
    if (lists || alike > 0) this.alike.set(reason, alike + 1);
  }
}

const reasonOf = ({ refusal }: Refused): string => `${refusal.code}  ${refusal.message}`;

/** A bar with rate and time left on `progress`, and the table at the end on `out`. */
export function terminalReport(out: Writable, progress: Writable, isDryRun: boolean): ImportReport {
  const startedAt = performance.now();
  const refused = new RefusedList();
  let drawnAt = 0;
  return {
    onStart: ({ files }) => void progress.write(faint(`${files} ${files === 1 ? 'file' : 'files'}\n`)),
    onOutcome(outcome, state) {
      if (outcome.outcome === 'REFUSED') refused.add(outcome);
      if (isDryRun) {
        progress.write('\r\u001b[2K');
        out.write(dryRunLines(outcome));
      }
      const now = performance.now();
      if (now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      progress.write(`\r\u001b[2K${barLine(state, (now - startedAt) / 1000)}`);
    },
    onEnd(summary, again) {
      progress.write('\r\u001b[2K');
      out.write(endLines(summary, again, refused, isDryRun));
    },
  };
}

/** Plain lines: one now and then, one for each refusal, and the table at the end. */
export function plainReport(out: Writable, isDryRun: boolean): ImportReport {
  const refused = new RefusedList();
  return {
    onStart: ({ files }) => void out.write(`${files} ${files === 1 ? 'file' : 'files'}\n`),
    onOutcome(outcome, progress) {
      if (outcome.outcome === 'REFUSED') refused.add(outcome);
      if (isDryRun) out.write(dryRunLines(outcome));
      else if (progress.itemsDone % PLAIN_EVERY === 0) out.write(plainLine(progress));
    },
    onEnd: (summary, again) => void out.write(endLines(summary, again, refused, isDryRun)),
  };
}

/** JSON Lines for programs: each outcome as it comes, then the summary. */
export function jsonReport(out: Writable): ImportReport {
  const line = (value: unknown) => void out.write(`${JSON.stringify(value)}\n`);
  return {
    onStart: () => undefined,
    onOutcome(outcome) {
      if (outcome.outcome !== 'REFUSED') return line(outcome);
      const { locator, format, refusal } = outcome;
      const { code, at, message, hint } = refusal;
      line({ outcome: 'REFUSED', locator, format, code, line: at.line ?? null, message, hint });
    },
    onEnd: ({ status, ...counts }) => line({ summary: counts, status }),
  };
}

function plainLine(progress: RunProgress): string {
  const { itemsDone, filesDone, files } = progress;
  const share = files > 1 ? null : shareOf(progress);
  const done = share === null ? `${filesDone} of ${files} files` : `${Math.floor(share * 100)} %`;
  return `${itemsDone} items, ${done}\n`;
}

/**
 * How far a run is: files differ in size, so bytes tell better than files. Null where nothing tells, as within a single
 * archive.
 */
function shareOf({ bytes, bytesDone, files }: RunProgress): number | null {
  return bytes > 0 && (files > 1 || bytesDone > 0) ? bytesDone / bytes : null;
}

function barLine(progress: RunProgress, seconds: number): string {
  const { files, filesDone, itemsDone } = progress;
  const share = shareOf(progress);
  const rate = itemsDone / Math.max(seconds, 0.001);
  const speed = `${itemsDone} items, ${rate.toFixed(rate < 10 ? 1 : 0)}/s`;
  if (share === null) return speed;
  const width = 30;
  const full = Math.round(share * width);
  const left = share > 0.02 ? `, ${duration((seconds / share) * (1 - share))} left` : '';
  const bar = `${green('█'.repeat(full))}${faint('░'.repeat(width - full))}`;
  const ofFiles = files > 1 ? `${filesDone}/${files} files, ` : '';
  return `${bar} ${Math.floor(share * 100)} %  ${ofFiles}${speed}${left}`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function dryRunLines(outcome: Outcome): string {
  if (outcome.outcome === 'REFUSED' || outcome.outcome === 'UNCHANGED') return '';
  const title = `${outcome.outcome === 'NEW' ? 'new' : 'changed'}  ${outcome.locator}: ${outcome.headline ?? ''}\n`;
  // Where values were found changes with the values: by itself it is worth a line, beside them it is not.
  const changes = outcome.changes.filter(({ field }) => field !== 'provenance');
  return title + (changes.length > 0 ? changes : outcome.changes).map(changeLines).join('');
}

function changeLines({ field, before, after }: FieldChange): string {
  return `  ${field}\n    ${red(`- ${shown(before, after)}`)}\n    ${green(`+ ${shown(after, before)}`)}\n`;
}

/** A value in one line; of long texts the stretch around the first difference. */
function shown(value: unknown, other: unknown): string {
  const isPlain = readable(value) !== readable(other);
  const [text, against] = isPlain ? [readable(value), readable(other)] : [asText(value), asText(other)];
  if (text.length <= MAX_SHOWN) return text;
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === against.charCodeAt(at)) at += 1;
  const start = Math.max(0, Math.min(at - 30, text.length - MAX_SHOWN));
  return `${start > 0 ? '…' : ''}${text.slice(start, start + MAX_SHOWN)}${start + MAX_SHOWN < text.length ? '…' : ''}`;
}

/** A value as a person would write it: names one after the other, a date as printed, nothing as `–`. */
function readable(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '–';
  if (Array.isArray(value)) return value.map(readable).join(', ');
  if (typeof value !== 'object') return asText(value);
  const name = 'name' in value ? value.name : 'printed' in value ? value.printed : undefined;
  return typeof name === 'string' ? asText(name) : asText(value);
}

function asText(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value ?? null)).replace(/\s+/g, ' ');
}

function endLines(
  { status, ...counts }: RunSummary,
  again: string,
  refused: RefusedList,
  isDryRun: boolean,
): string {
  const rows = [
    ['new', counts.newCount],
    ['changed', counts.changedCount],
    ['unchanged', counts.unchangedCount],
    ['refused', counts.refusedCount],
  ] as const;
  const width = Math.max(...rows.map(([, count]) => `${count}`.length));
  const table = rows.map(([name, count]) => `  ${name.padEnd(9)}  ${`${count}`.padStart(width)}\n`).join('');
  const heading = isDryRun ? 'Nothing was stored. It would be:' : 'Imported:';
  return `${bold(heading)}\n${table}${refusedLines(refused, isDryRun)}${status === 'STOPPED' ? stoppedLine(again) : ''}`;
}

function refusedLines({ listed, alike, count }: RefusedList, isDryRun: boolean): string {
  if (count === 0) return '';
  let unnamed = count - listed.length;
  const lines = listed.map(({ locator, refusal }) => {
    const { line } = refusal.at;
    return `  ${locator}${line === undefined ? '' : `:${line}`}  ${red(refusal.code)}\n    ${refusal.message} ${refusal.hint}\n`;
  });
  for (const [reason, times] of alike) {
    if (times <= MAX_LISTED_ALIKE) continue;
    const others = times - listed.filter((refused) => reasonOf(refused) === reason).length;
    unnamed -= others;
    lines.push(`  … and ${others} more: ${reason}\n`);
  }
  const more = unnamed > 0 ? `  … and ${unnamed} more\n` : '';
  const kept = isDryRun
    ? ''
    : 'They are kept: `dateline import --review` lists them, `--retry` takes them in again.\n';
  return `\n${bold('Refused:')}\n${lines.join('')}${more}${kept}`;
}

function stoppedLine(again: string): string {
  return `\nStopped before the end. \`dateline import ${again}\` goes on where it was: what is in is skipped.\n`;
}
