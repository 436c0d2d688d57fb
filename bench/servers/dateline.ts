import { openArchive } from '../../src/archive/archive.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLogger } from '../../src/server/log.ts';
import { startServer } from '../../src/server/server.ts';
import { reportUsage } from './report-usage.ts';

// Dateline's own server with the settings of production; only its statements are counted from here.

const config = readConfig(process.env, { database: process.argv[2], port: '0' });
const archive = await openArchive({ url: config.databaseUrl });
const { url } = await startServer(archive, config, createLogger(config.logLevel));
reportUsage(url, () => archive.database.statementCount);
