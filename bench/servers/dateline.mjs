import { createLogger, openArchive, readConfig, startServer } from '../../dist/program/index.js';
import { reportUsage } from './report-usage.mjs';

// Dateline as it is built and shipped, with the settings of production; only its statements are counted from here.

const config = readConfig(process.env, { database: process.argv[2], port: '0' });
const archive = await openArchive({ url: config.databaseUrl });
const { url } = await startServer(archive, config, createLogger(config.logLevel));
reportUsage(url, () => archive.database.statementCount);
