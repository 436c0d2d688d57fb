import { openArchive } from '../archive/archive.ts';
import type { ServerConfig } from '../server/config.ts';

/** Opens the archive that a configuration names, for commands that need not load a server for it. */
export const openConfigured = (config: ServerConfig) =>
  openArchive({
    url: config.databaseUrl,
    syncUrl: config.databaseSyncUrl,
    syncInterval: config.databaseSyncInterval,
    authToken: config.databaseAuthToken,
  });
