import { connect } from 'node:net';

// Sends requests over kept connections and reads no more of the answers than it must, so that it takes little of the
// machine that it measures. Runs in a process of its own; see load.ts. Plain JavaScript, as the servers are: a loader
// that compiles on the way leaves code behind that is slower.

/**
 * @typedef {object} Connection
 * @property {import('node:net').Socket} socket
 * @property {number} since When the request in flight was due; negative when there is none.
 * @property {string} header
 * @property {number} missing Bytes of the answer that are still to come; negative while the head is read.
 */

process.once('message', (job) => {
  run(job).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});

/**
 * @param {import('./load.ts').LoadJob} job
 * @returns {Promise<import('./load.ts').LoadResult>}
 */
async function run(job) {
  const { hostname, port } = new URL(job.url);
  /** @type {number[]} */
  const latencies = [];
  let failures = 0;
  let counting = false;
  let sent = 0;
  let stopped = false;
  /** @type {Connection[]} */
  const idle = [];
  /** Times at which requests were due that found no free connection. @type {number[]} */
  const due = [];

  const request = () => {
    const body = job.bodies[sent % job.bodies.length] ?? '';
    sent += 1;
    // A number of its own makes each request another one, whatever its variables, and whichever run it comes from.
    const unique = job.isRepeated
      ? body
      : `${body.slice(0, -1)},"extensions":{"request":"${process.pid}-${sent}"}}`;
    return `POST ${job.path} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(unique)}\r\n\r\n${unique}`;
  };
  /** @type {(connection: Connection, since: number) => void} */
  const send = (connection, since) => {
    connection.since = since;
    connection.missing = -1;
    connection.header = '';
    connection.socket.write(request());
  };
  /** @type {(connection: Connection) => void} */
  const answered = (connection) => {
    if (counting) latencies.push(performance.now() - connection.since);
    connection.since = -1;
    if (stopped) return;
    if (job.rate === null) {
      send(connection, performance.now());
      return;
    }
    const waiting = due.shift();
    if (waiting === undefined) idle.push(connection);
    else send(connection, waiting);
  };
  /** @type {(connection: Connection, chunk: Buffer) => void} */
  const read = (connection, chunk) => {
    if (connection.missing >= 0) connection.missing -= chunk.length;
    else {
      connection.header += chunk.toString('latin1');
      const end = connection.header.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = connection.header.slice(0, end).toLowerCase();
      if (!head.startsWith('http/1.1 200') || connection.header.startsWith('{"errors"', end + 4))
        failures += 1;
      const at = head.indexOf('content-length: ');
      if (at < 0) throw new Error('An answer has no content-length.');
      connection.missing = Number.parseInt(head.slice(at + 16), 10) - (connection.header.length - end - 4);
    }
    if (connection.missing === 0) answered(connection);
  };

  const connections = await Promise.all(
    Array.from({ length: job.connections }, async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      /** @type {Connection} */
      const connection = { socket, since: -1, header: '', missing: -1 };
      socket.on('data', (chunk) => read(connection, chunk));
      return connection;
    }),
  );
  /** @type {(ms: number) => Promise<void>} */
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  if (job.rate === null) for (const connection of connections) send(connection, performance.now());
  else {
    idle.push(...connections);
    const begun = performance.now();
    const gap = 1_000 / job.rate;
    let scheduled = 0;
    timer = setInterval(() => {
      const now = performance.now();
      for (; begun + scheduled * gap <= now; scheduled += 1) {
        const connection = idle.pop();
        if (connection === undefined) due.push(begun + scheduled * gap);
        else send(connection, begun + scheduled * gap);
      }
    }, 1);
  }
  await wait(job.warmUpMs);
  process.send?.('counting');
  counting = true;
  const started = performance.now();
  await wait(job.durationMs);
  counting = false;
  const elapsedMs = performance.now() - started;
  process.send?.('counted');
  stopped = true;
  clearInterval(timer);
  for (const { socket } of connections) socket.destroy();
  latencies.sort((left, right) => left - right);
  /** @type {(part: number) => number} */
  const at = (part) => latencies[Math.min(latencies.length - 1, Math.floor(part * latencies.length))] ?? 0;
  return {
    requests: latencies.length,
    perSecond: (latencies.length / elapsedMs) * 1_000,
    failures,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: latencies.at(-1) ?? 0,
  };
}
