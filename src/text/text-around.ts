/** Up to `count` UTF-16 units right before `start`; a character that would be cut in two is left out. */
export function textBefore(text: string, start: number, count: number): string {
  const before = text.slice(Math.max(0, start - count), start);
  return isLowHalf(before, 0) ? before.slice(1) : before;
}

/** Up to `count` UTF-16 units right behind `end`; a character that would be cut in two is left out. */
export function textBehind(text: string, end: number, count: number): string {
  const behind = text.slice(end, end + count);
  return isHighHalf(behind, behind.length - 1) ? behind.slice(0, -1) : behind;
}

const isLowHalf = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

const isHighHalf = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
