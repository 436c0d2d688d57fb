import type { Question } from './questions.ts';

/** What one target did with one question. */
export interface Measurement {
  readonly size: number;
  readonly question: string;
  readonly target: string;
  /** Each request with new variables, the same few again and again, or new ones at half the greatest rate. */
  readonly kind: 'new' | 'repeated' | 'half';
  readonly perSecond: number;
  /** Processor time of the server a request. */
  readonly cpuMicros: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** SQL statements a request; null where they are not counted. */
  readonly statements: number | null;
  readonly rssBytes: number;
}

export interface Results {
  readonly node: string;
  readonly processors: number;
  readonly processor: string;
  readonly connections: number;
  readonly measurements: readonly Measurement[];
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A Markdown table of one size, a line for each question and target; ratios are to the floor with new variables. */
export function table(all: readonly Measurement[], size: number, questions: readonly Question[]): string {
  const rows = questions.flatMap((question) => {
    const of = all.filter((one) => one.size === size && one.question === question.name);
    const find = (target: string, kind: Measurement['kind']) =>
      of.find((one) => one.target === target && one.kind === kind);
    const floor = find('floor', 'new');
    return [...new Set(of.map(({ target }) => target))].map((target) => {
      const [fresh, repeated, half] = [find(target, 'new'), find(target, 'repeated'), find(target, 'half')];
      return [
        question.title,
        target,
        whole(fresh?.perSecond),
        ratio(fresh?.perSecond, floor?.perSecond),
        whole(fresh?.cpuMicros),
        ratio(floor?.cpuMicros, fresh?.cpuMicros),
        whole(repeated?.perSecond),
        ratio(repeated?.perSecond, floor?.perSecond),
        half === undefined ? '' : `${half.p50Ms.toFixed(1)} / ${half.p99Ms.toFixed(1)}`,
        fresh?.statements?.toFixed(1) ?? '',
        whole((fresh?.rssBytes ?? 0) / 1e6),
      ];
    });
  });
  const head = [
    `${size} articles`,
    'target',
    'requests/s',
    'to floor',
    'CPU µs',
    'to floor',
    'repeated/s',
    'to floor',
    'p50 / p99 ms at half',
    'statements',
    'MB',
  ];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
    .concat('\n');
}

/** Before and after, by question. */
export function comparison(before: readonly Measurement[], after: readonly Measurement[]): string {
  const lines = after.flatMap((now) => {
    const then = before.find(
      (one) =>
        one.size === now.size &&
        one.question === now.question &&
        one.target === now.target &&
        one.kind === now.kind,
    );
    if (then === undefined) return [];
    const cells = [
      String(now.size),
      now.question,
      now.target,
      now.kind,
      whole(then.perSecond),
      whole(now.perSecond),
      ratio(now.perSecond, then.perSecond),
      whole(then.cpuMicros),
      whole(now.cpuMicros),
      ratio(then.cpuMicros, now.cpuMicros),
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  return [
    '| articles | question | target | kind | requests/s before | after | gain | CPU µs before | after | gain |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

const whole = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value)));

const ratio = (value: number | undefined, base: number | undefined): string =>
  value === undefined || base === undefined || base === 0 ? '' : (value / base).toFixed(2);
