import { stringify } from 'yaml';
import type { ExportedRecord } from './exported-record.ts';

/** A record as Markdown: all its fields but the text as YAML front matter, the text as the body. */
export function printArticleMarkdown({ body, ...fields }: ExportedRecord): string {
  // Lines are left as long as they are: folded ones would come back with other line ends.
  const front = stringify(fields, { lineWidth: 0 });
  return `---\n${front}---\n\n${typeof body === 'string' ? body : ''}\n`;
}
