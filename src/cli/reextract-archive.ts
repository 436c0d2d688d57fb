import type { Archive } from '../archive/archive.ts';
import { type ReextractProgress, reextractQuotes } from '../import/reextract-quotes.ts';
import type { QuoteChange } from '../import/stages/store-quotes.ts';
import { bold, faint, green, red, say } from './terminal.ts';

/** Extracts the quotations of an archive anew and shows what changed. Gives the exit code: 130 when it was stopped. */
export async function reextractArchive(archive: Archive, asJson: boolean): Promise<number> {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write('\nStopping after this piece. The same command goes on where it stopped.\n');
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const summary = await reextractQuotes(archive, {
      signal: controller.signal,
      onProgress: (progress) => {
        if (progress.changes.length > 0) show(progress, asJson);
      },
    });
    if (asJson) say(JSON.stringify(summary));
    else {
      const { articleCount, changedCount, addedCount, removedCount, speakerChangedCount } = summary;
      say(
        `${articleCount} pieces${summary.isResumed ? ' more' : ''}, ${changedCount} changed: ${addedCount} quotations added, ${removedCount} removed, ${speakerChangedCount} with another speaker.`,
      );
    }
    return summary.status === 'STOPPED' ? 130 : 0;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function show({ slug, headline, changes }: ReextractProgress, asJson: boolean): void {
  if (asJson) {
    say(JSON.stringify({ slug, headline, changes }));
    return;
  }
  say(`${bold(headline)} ${faint(slug)}`);
  for (const change of changes) say(`  ${printChange(change)}`);
}

function printChange({ change, text, before, after }: QuoteChange): string {
  const words = `“${text.replace(/\s+/g, ' ').slice(0, 100)}${text.length > 100 ? '…' : ''}”`;
  switch (change) {
    case 'ADDED':
      return `${green('+')} ${words} ${faint(after ?? 'nobody named')}`;
    case 'REMOVED':
      return `${red('−')} ${words} ${faint(before ?? 'nobody named')}`;
    case 'SPEAKER':
      return `~ ${words} ${faint(`${before ?? 'nobody named'} → ${after ?? 'nobody named'}`)}`;
    case 'WORDS':
    case 'KIND':
    case 'ROLE':
      return `~ ${words} ${faint(`${change.toLowerCase()}: ${before ?? 'none'} → ${after ?? 'none'}`)}`;
  }
}
