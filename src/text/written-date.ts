const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * An ISO 8601 date as an English text prints it, no more precise than it is: `2024` stays, `2024-03`
 * becomes "March 2024", `2024-03-09T14:30+01:00` "9 March 2024, 14:30 (UTC+01:00)". What is not such a
 * date comes back as it is.
 */
export function writeDate(iso: string): string {
  const [, year, month, day, time, zone] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      iso,
    ) ?? [];
  const monthName = MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && monthName === undefined)) return iso;
  const date = [day === undefined ? '' : String(Number(day)), monthName ?? '', year]
    .filter(Boolean)
    .join(' ');
  if (time === undefined) return date;
  const zoneName = zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` (UTC${zone})`;
  return `${date}, ${time}${zoneName}`;
}
