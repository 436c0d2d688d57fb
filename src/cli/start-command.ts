import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Archive } from '../archive/archive.ts';
import { importPaths } from '../import/import-paths.ts';
import { readConfig, type ServerFlags } from '../server/config.ts';
import type { RunningServer } from '../server/server.ts';
import { PACKAGE_ROOT } from '../server/version.ts';
import { openConfigured } from './open-configured.ts';
import { runServer } from './run-server.ts';
import { withServerFlags } from './serve-command.ts';
import { bold, faint, say } from './terminal.ts';

/** `dateline start`: as `serve`, but an empty archive is first filled with the samples. */
export const startCommand = (): Command =>
  withServerFlags(new Command('start')).action(async (flags: ServerFlags) => {
    const config = readConfig(process.env, flags);
    const archive = await openConfigured(config);
    if (await isEmpty(archive)) await importSamples(archive);
    await runServer(archive, config, (server) => welcome(server, archive));
  });

const isEmpty = async ({ database }: Archive): Promise<boolean> =>
  (await database.value('SELECT count(*) FROM articles', [])) === 0;

async function importSamples(archive: Archive): Promise<void> {
  say('The archive is empty. Taking in the samples (fiction, made for looking around) …');
  const { newCount } = await importPaths(archive, [fileURLToPath(new URL('samples', PACKAGE_ROOT))]);
  say(`${newCount} sample pieces are in it now.`);
}

function welcome({ url, graphiqlIsBuilt }: RunningServer, { location }: Archive): void {
  say();
  say(`  ${bold('Dateline')} answers questions about ${location}`);
  say();
  say(`  Explore    ${bold(`${url}/graphql`)}`);
  say(`  Read       ${url}/`);
  say(`  Schema     ${url}/schema.graphql`);
  say();
  say('  Next: bring in pages of your own, in another terminal:');
  say(`             ${bold('npx dateline import PATH…')}`);
  say(faint('  Ctrl-C stops the server.'));
  if (!graphiqlIsBuilt) say('  GraphiQL is not built: run `npm run build` and start again.');
}
