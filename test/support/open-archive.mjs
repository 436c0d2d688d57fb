// Opens the archive named on the command line and closes it: for tests that need several processes.
import { openArchive } from '../../src/archive/archive.ts';

const archive = await openArchive({ url: process.argv[2] ?? ':memory:' });
await archive.close();
