/** An object read from JSON, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A trimmed string that is not empty, or null. Numbers count, as feeds give ids as numbers. */
export function stringAt(object: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
}

export function objectAt(object: JsonObject, key: string): JsonObject | null {
  const value = object[key];
  return isObject(value) ? value : null;
}

/** The objects of the first of the arrays named that is there; empty where none is. */
export function objectsAt(object: JsonObject, ...keys: readonly string[]): JsonObject[] {
  const value = keys.map((key) => object[key]).find(Array.isArray);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value of a JSON text, or null for a text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/** The strings of an array, or a single string as an array of one. */
export function stringsAt(object: JsonObject, key: string): string[] {
  const value = object[key];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
    .map((entry) => entry.trim());
}
