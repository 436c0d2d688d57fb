import { Command } from 'commander';
import { printContract } from '../graphql/schema.ts';

/** `dateline schema`: prints the contract. */
export const schemaCommand = (): Command =>
  new Command('schema').action(() => {
    process.stdout.write(printContract());
  });
