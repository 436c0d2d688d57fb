import pino, { type Logger } from 'pino';

export type { Logger };

/** Structured logs, one JSON object a line, on standard error: standard output is for people. */
export const createLogger = (level: string): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
