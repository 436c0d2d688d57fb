import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { openArchive } from '../src/archive/archive.ts';
import { importPaths } from '../src/import/import-paths.ts';
import { generatedPage, printCapture, printHtml, printJsonLine } from './page-generator.ts';

/**
 * How fast an import is, storage included: `npx tsx bench/import-speed.ts --pages 2000`. Processor time is told beside
 * the clock, as a busy machine changes only the latter.
 */
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    kinds: { type: 'string', default: 'captures,html,json-lines,readability' },
    keep: { type: 'boolean', default: false },
  },
});
const count = Number(values.pages);
const folder = mkdtempSync(join(tmpdir(), 'dateline-import-speed-'));
const kinds = values.kinds.split(',');

process.stdout.write(`${count} pages, ${availableParallelism()} cores, Node ${process.version}\n`);
try {
  if (kinds.includes('captures')) await measure('captures', writePages('captures', 'txt', printCapture));
  if (kinds.includes('html')) await measure('HTML pages', writePages('html', 'html', printHtml));
  if (kinds.includes('json-lines')) await measure('JSON Lines', writeLines());
  if (kinds.includes('readability')) readabilityAlone();
} finally {
  if (values.keep) process.stdout.write(`kept in ${folder}\n`);
  else rmSync(folder, { recursive: true });
}

async function measure(name: string, input: string): Promise<void> {
  const path = join(folder, `${name}.db`);
  const archive = await openArchive({ url: path });
  const cpu = process.cpuUsage();
  const started = performance.now();
  const first = await importPaths(archive, [input]);
  tell(`${name}, new`, started, cpu, ` ${first.newCount} new, ${first.refusedCount} refused`);
  (globalThis as any).dumpThreads?.(); const again = performance.now();
  const cpuAgain = process.cpuUsage();
  const second = await importPaths(archive, [input]);
  tell(`${name}, again`, again, cpuAgain, ` ${second.unchangedCount} unchanged`);
  await archive.close();
  process.stdout.write(`  ${(statSync(path).size / count / 1000).toFixed(1)} kB a page in the archive\n`);
}

/** The best extraction library by itself, in one thread, nothing stored. */
function readabilityAlone(): void {
  const pages = Array.from({ length: Math.min(count, 500) }, (_, at) => printHtml(generatedPage(at)));
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (const page of pages) {
    // linkedom's document has what Readability asks of one.
    new Readability(parseHTML(page).document as unknown as Document).parse();
  }
  tell('readability + linkedom alone', started, cpu, ` ${pages.length} pages`, pages.length);
}

function tell(name: string, started: number, cpu: NodeJS.CpuUsage, more: string, pages = count): void {
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1000;
  const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
  process.stdout.write(
    `${name.padEnd(30)} ${(pages / (ms / 1000)).toFixed(0).padStart(6)} pages/s  ${(ms / pages).toFixed(2)} ms a page, ${(cpuMs / pages).toFixed(2)} ms of processor, ${megabytes} MB;${more}\n`,
  );
}

function writePages(
  name: string,
  ending: string,
  print: (page: ReturnType<typeof generatedPage>) => string,
): string {
  const pages = join(folder, name);
  mkdirSync(pages);
  for (let at = 0; at < count; at += 1)
    writeFileSync(join(pages, `${String(at).padStart(6, '0')}.${ending}`), print(generatedPage(at)));
  return pages;
}

function writeLines(): string {
  const path = join(folder, 'articles.jsonl');
  writeFileSync(path, '');
  for (let at = 0; at < count; at += 1) writeFileSync(path, printJsonLine(generatedPage(at)), { flag: 'a' });
  return path;
}
