import { useSyncExternalStore } from 'react';
import type { AnswerFacts } from './send-operation.ts';

let last: AnswerFacts | null = null;
const listeners = new Set<() => void>();

/** Tells the footer about an answer. */
export function showAnswerFacts(facts: AnswerFacts): void {
  last = facts;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Status, time and size of the last answer, and the ways onward. */
export function AnswerFooter() {
  const facts = useSyncExternalStore(subscribe, () => last);
  return (
    <div className="dateline-footer">
      <span aria-live="polite">{facts === null ? 'Ctrl-Enter runs the query' : describeFacts(facts)}</span>
      <nav aria-label="Onward">
        <a href="schema.graphql">Schema</a>
        <a href="./">About</a>
      </nav>
    </div>
  );
}

function describeFacts({ status, durationMs, length }: AnswerFacts): string {
  const kilobytes = (length / 1024).toFixed(1);
  return `HTTP ${status} · ${Math.round(durationMs)} ms · ${kilobytes} KiB`;
}
