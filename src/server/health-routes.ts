import type { PageResponse, Route } from './route.ts';

const NEVER_STORED = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

const json = (status: number, value: unknown): PageResponse => ({
  status,
  headers: NEVER_STORED,
  body: `${JSON.stringify(value)}\n`,
});

/** For whoever watches the service: is the process alive, and can it answer. */
export const healthRoutes: readonly Route[] = [
  { path: /^\/health$/, answer: () => json(200, { status: 'ok' }) },
  {
    path: /^\/ready$/,
    answer: async ({ archive, log }) => {
      try {
        await archive.database.value('SELECT count(*) FROM applied_migrations', []);
        return json(200, { status: 'ready' });
      } catch (error) {
        log.error({ err: error }, 'the database does not answer');
        return json(503, { status: 'unavailable', reason: 'The database does not answer.' });
      }
    },
  },
];
