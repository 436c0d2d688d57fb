/** CSS pixels; the same figure stands in dateline-styles.css. Below it two editors do not fit side by side. */
const NARROW = '(max-width: 759px)';

/** True on a phone or in a window as narrow as one. */
export function isNarrowScreen(): boolean {
  return window.matchMedia(NARROW).matches;
}
