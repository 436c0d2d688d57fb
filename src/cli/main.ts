import { Command, CommanderError } from 'commander';
import { VERSION } from '../server/version.ts';
import { complain, EXIT } from './terminal.ts';

interface CommandEntry {
  /** What it does, in a line of the help. */
  readonly description: string;
  /** Loads what does it, only when it is asked for: the help and a small command start at once. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  start: {
    description: 'serve an archive; an empty one is first filled with the sample archive',
    load: async () => (await import('./start-command.ts')).startCommand(),
  },
  serve: {
    description: 'serve an archive over GraphQL, with GraphiQL to explore it',
    load: async () => (await import('./serve-command.ts')).serveCommand(),
  },
  import: {
    description: 'take saved pages, text captures, feeds and exports into the archive',
    load: async () => (await import('./import-command.ts')).importCommand(),
  },
  export: {
    description: 'write the archive as JSON Lines and as Markdown, to be read, kept or imported elsewhere',
    load: async () => (await import('./export-command.ts')).exportCommand(),
  },
  extract: {
    description: 'print what is in saved pages, feeds and exports as JSON Lines, without a database',
    load: async () => (await import('./extract-command.ts')).extractCommand(),
  },
  quotes: {
    description: 'print the quotations of a text with their speakers; no archive needed',
    load: async () => (await import('./quotes-command.ts')).quotesCommand(),
  },
  schema: {
    description: 'print the GraphQL schema (SDL), sorted',
    load: async () => (await import('./schema-command.ts')).schemaCommand(),
  },
};

async function main(args: readonly string[]): Promise<number> {
  const program = new Command('dateline')
    .description(
      'Turns a pile of saved news into one typed GraphQL API: who said what, in which article, where, when.',
    )
    .version(VERSION, '-v, --version')
    .showHelpAfterError('Run `dateline --help` or `dateline COMMAND --help`.')
    .exitOverride();
  const asked = args[0] === 'help' ? args[1] : args[0];
  for (const [name, { description, load }] of Object.entries(COMMANDS)) {
    const command = name === asked ? await load() : new Command(name);
    program.addCommand(command.description(description).copyInheritedSettings(program));
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
