import { expect } from 'vitest';

/** What a stream has printed when `wanted` is there as often as asked; fails when the stream ends before. */
export async function printed(
  stream: NodeJS.ReadableStream | null,
  wanted: RegExp,
  times = 1,
): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if ((text.match(wanted) ?? []).length >= times) break;
  }
  expect(text).toMatch(wanted);
  return text;
}
