import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Everything a browser does of its own accord is off; what is left is what the page asks for. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No name resolves, so that even a request this script overlooks leads nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/** Path of a Chromium from `CHROMIUM_PATH` or the usual places, or null where there is none. */
export function findChromium(): string | null {
  const fromPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates =
    process.env.CHROMIUM_PATH === undefined ? [...fromPath, MAC] : [process.env.CHROMIUM_PATH];
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser with an empty profile, and the list of what it should not have done. */
export interface BrowserSession {
  readonly context: BrowserContext;
  /** Requests to other origins, errors of scripts and refusals of the content security policy, as they come. */
  readonly offences: string[];
  open(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a browser that may talk to `origin` alone. */
export async function startBrowser(
  executablePath: string,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<BrowserSession> {
  const profile = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const offences: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (new URL(url).origin === origin || url.startsWith('data:')) return route.continue();
    offences.push(`asked for ${url}`);
    return route.abort();
  });
  return {
    context,
    offences,
    open: async () => {
      const page = await context.newPage();
      page.on('pageerror', (error) => offences.push(`script error: ${error.message}`));
      page.on('console', (message) => {
        // The explorer logs each list it meets as a single value; it shows it all the same.
        if (message.text().startsWith('arg mismatch between arg and selection')) return;
        if (message.type() === 'error') offences.push(`console: ${message.text()}`);
      });
      return page;
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
