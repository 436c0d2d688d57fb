/**
 * Plain text as CommonMark that prints as that same text.
 *
 * Only what would be read as markup is escaped, so that prose stays legible: brackets of an editor's
 * insertion ("[and]") stay as they are, since no body defines link references.
 */
export function escapeMarkdownText(text: string): string {
  if (!/[\\`*_\]<&~]/.test(text)) return text;
  return text
    .replace(/[\\`*]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, '\\_')
    .replace(/\](?=[(:[])/g, '\\]')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?[A-Za-z0-9]{1,32};)/g, '\\&')
    .replace(/~~/g, '\\~\\~');
}

/** As `escapeMarkdownText`, for the text between the brackets of a link or an image. */
export function escapeLinkText(text: string): string {
  return escapeMarkdownText(text).replace(/(?<!\\)[[\]]/g, '\\$&');
}

/** Keeps a paragraph's first characters from opening a heading, a list, a quotation or a rule. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|[+-](?=\s|$)|>|-{3,}|={1,}(?=\s*$)|~{3,})/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/**
 * An address as the target of an inline link. Spaces and unbalanced brackets are percent-encoded; balanced
 * ones, as in encyclopedia addresses, stay, so that the address compares equal to the printed one.
 */
export function markdownTarget(url: string): string {
  const plain = url.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character));
  let depth = 0;
  for (const character of plain) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) break;
  }
  return depth === 0 ? plain : plain.replace(/\(/g, '%28').replace(/\)/g, '%29');
}

/** Inline code, with a fence longer than any run of backticks in it. */
export function markdownCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A fenced code block. */
export function markdownCodeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/^\n/, '').replace(/\s+$/, '')}\n${fence}`;
}
