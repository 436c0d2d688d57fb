import { Command, CommanderError } from 'commander';
import { VERSION } from '../server/version.ts';
import { complain, EXIT } from './terminal.ts';

/** The commands, each loaded only when it is asked for, so that a small one starts at once. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start-command.ts')).startCommand(),
  serve: async () => (await import('./serve-command.ts')).serveCommand(),
  import: async () => (await import('./import-command.ts')).importCommand(),
  export: async () => (await import('./export-command.ts')).exportCommand(),
  extract: async () => (await import('./extract-command.ts')).extractCommand(),
  quotes: async () => (await import('./quotes-command.ts')).quotesCommand(),
  schema: async () => (await import('./schema-command.ts')).schemaCommand(),
};

async function main(args: readonly string[]): Promise<number> {
  const program = new Command('dateline')
    .description(
      'Turns a pile of saved news into one typed GraphQL API: who said what, in which article, where, when.',
    )
    .version(VERSION, '-v, --version')
    .showHelpAfterError('Run `dateline --help` or `dateline COMMAND --help`.')
    .exitOverride();
  const chosen = COMMANDS[args[0] ?? ''];
  const commands = chosen === undefined ? Object.values(COMMANDS) : [chosen];
  for (const load of commands) {
    const command = await load();
    program.addCommand(command.copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    if (!(error instanceof CommanderError)) return complain(error);
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage; // commander has said what is wrong
  }
}

process.exitCode = await main(process.argv.slice(2));
