import { useSyncExternalStore } from 'react';

/** Long enough to read one line; it is also announced to screen readers. */
const SHOWN_MS = 4000;

let current = '';
let timer = 0;
const listeners = new Set<() => void>();

/** Shows one short line at the foot of the page, in place of the one before. */
export function notify(text: string): void {
  window.clearTimeout(timer);
  show(text);
  timer = window.setTimeout(() => show(''), SHOWN_MS);
}

function show(text: string): void {
  current = text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Notices() {
  const text = useSyncExternalStore(subscribe, () => current);
  return (
    <output className={text === '' ? 'dateline-notice' : 'dateline-notice shown'} aria-live="polite">
      {text}
    </output>
  );
}
