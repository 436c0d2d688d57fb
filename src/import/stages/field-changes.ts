import type { ArticleDraft } from '../readers/reader.ts';

/** One field of a piece that an import changes. Values are as in the draft; null for what a page does not say. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Field by field, what the page says otherwise than before. `before` is a draft from a revision, or null. */
export function findChanges(before: unknown, after: ArticleDraft): readonly FieldChange[] {
  const was = typeof before === 'object' && before !== null ? Object.entries(before) : [];
  const known = new Map<string, unknown>(was);
  return Object.entries(after).flatMap(([field, value]) => {
    const old = known.get(field) ?? null;
    return canonical(old) === canonical(value) ? [] : [{ field, before: old, after: value }];
  });
}

/**
 * JSON with the keys of objects in order and without those that say nothing, so that two drafts that say the same print
 * the same: a reader that leaves a key out means what one means that sets it to null.
 */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0))
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
