import type { Archive } from '../archive/archive.ts';
import type { Transaction } from '../archive/database.ts';
import { importItems, importRuns } from '../content/import-run/import-run-table.ts';
import { nameOfInput } from './find-files.ts';
import { counted, type ImportCounts, NO_COUNTS, type Outcome, type Refused } from './outcome.ts';
import type { ReadItem } from './readers/reader.ts';
import { insertRow, nodeIdOf } from './stages/write-rows.ts';

/** Bytes. Of larger items the refusal is kept and the input is not: it can be read again where it lies. */
const MAX_QUARANTINED_BYTES = 8 * 1024 * 1024;

/** The record of one run: what came in, from where, and what became of it. */
export class ImportLog {
  #counts = NO_COUNTS;
  #position = 0;

  private constructor(
    readonly runId: number,
    readonly nodeId: string,
  ) {}

  /** Begins a run over the given paths or addresses. */
  static async begin({ database }: Archive, inputs: readonly string[]): Promise<ImportLog> {
    const now = new Date().toISOString();
    return database.write(async (transaction) => {
      const nodeId = nodeIdOf('import', `${now} ${Math.random()}`);
      const runId = await insertRow(transaction, importRuns, {
        nodeId,
        startedAt: now,
        status: 'RUNNING',
        inputs: JSON.stringify(inputs.map(nameOfInput)),
        createdAt: now,
        updatedAt: now,
      });
      return new ImportLog(runId, nodeId);
    });
  }

  get counts(): ImportCounts {
    return this.#counts;
  }

  /** Remembers how far the run is: `restore` goes back there when a transaction was taken back. */
  mark(): { readonly restore: () => void } {
    const [counts, position] = [this.#counts, this.#position];
    return {
      restore: () => {
        this.#counts = counts;
        this.#position = position;
      },
    };
  }

  /** Notes what became of an item, in the transaction that stores it. */
  async note(transaction: Transaction, outcome: Outcome, item: ReadItem | null): Promise<void> {
    const now = new Date().toISOString();
    const refusal = outcome.outcome === 'REFUSED' ? outcome.refusal : null;
    const range = item?.byteRange ?? refusal?.at.byteRange ?? null;
    await insertRow(transaction, importItems, {
      nodeId: nodeIdOf('importItem', `${this.nodeId} ${this.#position}`),
      runId: this.runId,
      position: this.#position,
      locator: outcome.locator,
      format: outcome.format,
      byteStart: range?.[0] ?? null,
      byteEnd: range?.[1] ?? null,
      contentHash: item?.contentHash ?? null,
      outcome: outcome.outcome,
      articleId: outcome.outcome === 'REFUSED' ? null : outcome.articleId,
      code: refusal?.code ?? null,
      line: refusal?.at.line ?? null,
      message: refusal?.message ?? null,
      hint: refusal?.hint ?? null,
      createdAt: now,
      updatedAt: now,
    });
    this.#counts = counted(this.#counts, outcome);
    this.#position += 1;
  }

  /** Writes down how many items had each outcome; at the end of each transaction. */
  async noteCounts(transaction: Transaction): Promise<void> {
    const { newCount, changedCount, unchangedCount, refusedCount } = this.#counts;
    await transaction.all(
      'UPDATE import_runs SET new_count = ?, changed_count = ?, unchanged_count = ?, refused_count = ? WHERE id = ?',
      [newCount, changedCount, unchangedCount, refusedCount, this.runId],
    );
  }

  /** Ends the run: FINISHED when it went through all of its input, STOPPED when it was interrupted. */
  async end({ database }: Archive, status: 'FINISHED' | 'STOPPED'): Promise<void> {
    const now = new Date().toISOString();
    await database.write(async (transaction) => {
      await transaction.all(
        'UPDATE import_runs SET status = ?, finished_at = ?, updated_at = ? WHERE id = ?',
        [status, now, now, this.runId],
      );
    });
  }

  /** Keeps the raw input of what was refused, to be taken in once the reader or a mapping is mended. */
  static async quarantine(
    transaction: Transaction,
    { locator, refusal }: Refused,
    place: string,
    item: ReadItem | null,
  ): Promise<void> {
    const bytes = item === null ? null : Buffer.from(item.raw);
    const raw = bytes === null || bytes.length > MAX_QUARANTINED_BYTES ? null : bytes.toString('base64');
    await transaction.all(
      `INSERT INTO quarantine (locator, content_hash, raw, code, line, message, hint, refused_at, name)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
       ON CONFLICT (locator) DO UPDATE SET content_hash = ?2, raw = ?3, code = ?4, line = ?5, message = ?6, hint = ?7, refused_at = ?8, name = ?9`,
      [
        place,
        item?.contentHash ?? null,
        raw,
        refusal.code,
        refusal.at.line ?? null,
        refusal.message,
        refusal.hint,
        new Date().toISOString(),
        locator,
      ],
    );
  }
}
