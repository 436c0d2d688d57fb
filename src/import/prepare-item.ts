import { refusal } from './readers/article-draft.ts';
import { htmlPage } from './readers/html-page.ts';
import { markdownFile } from './readers/markdown-file.ts';
import type { ArticleDraft, Reader, ReadItem, Refusal } from './readers/reader.ts';
import { textCapture } from './readers/text-capture.ts';
import { type PreparedArticle, prepareArticle } from './stages/prepare-article.ts';
import { ITEM_TIMEOUT_MS, tooSlow, workOnBytes } from './time-limit.ts';

/** What can be handed to another thread: a page as its bytes, or a draft that was parsed already. */
export type PrepareTask =
  | { readonly kind: 'page'; readonly format: string; readonly locator: string; readonly bytes: Uint8Array }
  | { readonly kind: 'draft'; readonly locator: string; readonly draft: ArticleDraft };

/** A piece ready to be stored, or why there is none. */
export type Prepared = { readonly status: 'prepared'; readonly article: PreparedArticle } | Refusal;

/** Formats whose file is one page and nothing beside its bytes is needed to read it. */
const PAGE_READERS: ReadonlyMap<string, Reader> = new Map(
  [textCapture, htmlPage, markdownFile].map((reader) => [reader.format, reader]),
);

/**
 * The task of an item. Pages, which cost most, are read in the thread that takes the task; entries of feeds and exports
 * hang together with their file and are parsed here.
 */
export function taskOf(format: string | null, item: ReadItem): PrepareTask | Refusal {
  const { locator, raw } = item;
  if (format !== null && PAGE_READERS.has(format) && typeof raw !== 'string' && item.byteRange[0] === 0)
    return { kind: 'page', format, locator, bytes: raw };
  const draft =
    workOnBytes(raw.length, ITEM_TIMEOUT_MS, () => attempt(locator, item.parse))?.result ??
    tooSlow(locator, ITEM_TIMEOUT_MS);
  return draft.status === 'refused' ? draft : { kind: 'draft', locator, draft };
}

/** Does a task. Never throws: what a reader fails on is refused, so that a bug costs one item and not the run. */
export function prepareTask(task: PrepareTask): Prepared {
  const draft = task.kind === 'draft' ? task.draft : readPageOf(task);
  if (draft.status === 'refused') return draft;
  return attempt(task.locator, () => ({ status: 'prepared', article: prepareArticle(draft) }));
}

function readPageOf({ format, locator, bytes }: PrepareTask & { kind: 'page' }): ArticleDraft | Refusal {
  return attempt(locator, () => {
    const items =
      PAGE_READERS.get(format)?.read({ file: locator, bytes, contentType: null, url: null }) ?? [];
    for (const item of items) return 'status' in item ? item : item.parse();
    return refusal('EMPTY', { file: locator }, 'The file holds no page.', 'Save the page again.');
  });
}

function attempt<Result>(locator: string, work: () => Result): Result | Refusal {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    return refusal(
      'MALFORMED',
      { file: locator },
      `The importer failed on this item: ${reason.slice(0, 200)}.`,
      'Please report it together with the file.',
    );
  }
}
