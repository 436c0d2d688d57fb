/**
 * Tries GraphiQL in a real Chromium that may reach this server and nothing else.
 *
 *   npm run test:browser                                 starts the server itself
 *   npm run test:browser -- --url http://127.0.0.1:4000  looks at one that runs already
 *
 * Exit code 0 when all holds, 1 when not, 2 when there is no Chromium. Pictures go to `output/`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, startBrowser } from './chromium.ts';
import { GRAPHIQL_CHECKS } from './graphiql-checks.ts';
import { startServer } from './server-under-test.ts';

const OUTPUT = join(import.meta.dirname, 'output');

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const chromiumPath = findChromium();
if (chromiumPath === null) {
  process.stderr.write(
    'No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n',
  );
  process.exit(2);
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
const server =
  values.url === undefined
    ? await startServer()
    : { origin: new URL(values.url).origin, stop: async () => {} };
let failures = 0;
try {
  for (const check of GRAPHIQL_CHECKS) {
    const problem = await attempt(check);
    if (problem !== null) failures += 1;
    process.stdout.write(
      problem === null ? `ok    ${check.name}\n` : `FAIL  ${check.name}\n      ${problem}\n`,
    );
  }
} finally {
  await server.stop();
}
process.stdout.write(
  `${GRAPHIQL_CHECKS.length - failures} of ${GRAPHIQL_CHECKS.length} hold; pictures in ${OUTPUT}\n`,
);
process.exitCode = failures === 0 ? 0 : 1;

/** Runs one check in a browser of its own; null when it holds and the browser did nothing it should not. */
async function attempt(check: (typeof GRAPHIQL_CHECKS)[number]): Promise<string | null> {
  const session = await startBrowser(chromiumPath ?? '', server.origin);
  try {
    await check.run(session, `${server.origin}/graphql`, async (page, name) => {
      await page.screenshot({ path: join(OUTPUT, `${name}.png`), animations: 'disabled' });
    });
    return session.offences.length === 0 ? null : session.offences.join('\n      ');
  } catch (error) {
    const pages = session.context.pages();
    await pages.at(-1)?.screenshot({ path: join(OUTPUT, `failed-${GRAPHIQL_CHECKS.indexOf(check)}.png`) });
    return [String(error), ...session.offences].join('\n      ');
  } finally {
    await session.close();
  }
}
