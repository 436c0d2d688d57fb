/**
 * GraphiQL stores under `graphiql:` whatever server it talks to. A development port serves one
 * project today and another tomorrow; with a prefix of our own, tabs of the other never show up here.
 */
const PREFIX = 'dateline:';

/** The part of the Web Storage interface that GraphiQL uses. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
  readonly length: number;
}

/**
 * `localStorage` under our own prefix; a storage that lasts as long as the page where the browser
 * forbids it (blocked site data, some private windows).
 */
export function openBrowserStorage(): TextStorage {
  try {
    const probe = `${PREFIX}probe`;
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return prefixedStorage(localStorage);
  } catch {
    return pageStorage();
  }
}

function prefixedStorage(storage: Storage): TextStorage {
  const ownKeys = () => Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  return {
    getItem: (key) => storage.getItem(PREFIX + key),
    setItem: (key, value) => storage.setItem(PREFIX + key, value),
    removeItem: (key) => storage.removeItem(PREFIX + key),
    clear: () => {
      for (const key of ownKeys()) storage.removeItem(key);
    },
    get length() {
      return ownKeys().length;
    },
  };
}

function pageStorage(): TextStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
    get length() {
      return values.size;
    },
  };
}

/** GraphiQL's own names for what is open in the editors. Theme, history and pane sizes are other keys. */
const TAB_KEYS = ['graphiql:tabState', 'graphiql:query', 'graphiql:variables', 'graphiql:headers'];

export function hasStoredTabs(storage: TextStorage): boolean {
  return storage.getItem('graphiql:tabState') !== null;
}

export function forgetStoredTabs(storage: TextStorage): void {
  for (const key of TAB_KEYS) storage.removeItem(key);
}
