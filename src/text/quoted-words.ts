/**
 * The words of a quotation as they stand alone: without the comma that led on to the speaker ("…a club," she said), and on
 * one line.
 */
export function wordsAlone(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')
    .replace(/[,;:]$/, '');
}
