import { describe, expect, test } from 'vitest';
import { dateSortKey, parseMachineDate, parsePrintedDate } from '../../src/text/dates.ts';

describe('printed dates', () => {
  test.each([
    ['September 08, 2023', '2023-09-08'],
    ['8 September 2023', '2023-09-08'],
    ['Sept. 8, 2023', '2023-09-08'],
    ['Friday, September 8th, 2023', '2023-09-08'],
    ['2023-09-08', '2023-09-08'],
    ['2023/09/08', '2023-09-08'],
    ['8. März 2024', '2024-03-08'],
    ['Freitag, den 8. März 2024', '2024-03-08'],
    ['le 8 mars 2024', '2024-03-08'],
    ['vendredi 1er mars 2024', '2024-03-01'],
    ['Publié le 8 déc. 2024', '2024-12-08'],
    ['8 de marzo de 2024', '2024-03-08'],
    ['1 de março de 2024', '2024-03-01'],
    ['1º de março de 2024', '2024-03-01'],
    ['8 marzo 2024', '2024-03-08'],
    ['venerdì 8 agosto 2024', '2024-08-08'],
    ['08.09.2023', '2023-09-08'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['09/09/2023', '2023-09-09'],
    ['March 2024', '2024-03'],
    ['mars 2024', '2024-03'],
    ['2024', '2024'],
    ['8 March 2024, 14:30', '2024-03-08T14:30'],
    ['8 March 2024 2:30 p.m. EST', '2024-03-08T14:30-05:00'],
    ['July 4, 2024 at 9 a.m. ET', '2024-07-04T09:00-04:00'],
    ['January 4, 2024 at 12:05 AM ET', '2024-01-04T00:05-05:00'],
    ['le 8 mars 2024 à 14h30', '2024-03-08T14:30'],
    ['8. März 2024, 14:30 Uhr MEZ', '2024-03-08T14:30+01:00'],
    ['8. März 2024, 14 Uhr', '2024-03-08T14:00'],
    ['2024-03-08 14:30 UTC', '2024-03-08T14:30Z'],
    ['8 March 2024 14:30 GMT+2', '2024-03-08T14:30+02:00'],
    ['8 March 2024 14:30 IST', '2024-03-08T14:30'],
  ])('%s is %s', (printed, iso) => {
    expect(parsePrintedDate(printed)).toMatchObject({ iso, printed });
  });
  test.each([
    '03/04/2024',
    '31 February 2024',
    '8 March',
    'Friday',
    '8/9/23',
    'He said it in March 2024',
    'Global Research, September 08, 2023',
    '25:61, 8 March 2024',
    '',
    '12',
    'May',
    '0000-00-00',
  ])('%s is no date', (printed) => {
    expect(parsePrintedDate(printed)).toBeNull();
  });
  test('the language of the page tells day from month', () => {
    expect(parsePrintedDate('03/04/2024', 'fr')?.iso).toBe('2024-04-03');
    expect(parsePrintedDate('03/04/2024', 'en-US')?.iso).toBe('2024-03-04');
    expect(parsePrintedDate('03/04/2024', 'en')).toBeNull();
  });
  test('the precision is that of the print', () => {
    expect(parsePrintedDate('2024')?.precision).toBe('YEAR');
    expect(parsePrintedDate('März 2024')?.precision).toBe('MONTH');
    expect(parsePrintedDate('8 March 2024')?.precision).toBe('DAY');
    expect(parsePrintedDate('8 March 2024, 9:05')?.precision).toBe('MINUTE');
  });
});

describe('machine-readable dates', () => {
  test.each([
    ['2024-03-09T14:30:00Z', '2024-03-09T14:30:00Z'],
    ['2024-03-09T14:30:00.123+01:00', '2024-03-09T14:30:00+01:00'],
    ['2024-03-09T14:30+0100', '2024-03-09T14:30+01:00'],
    ['2024-03-09 14:30:00', '2024-03-09T14:30:00'],
    ['2024-03-09T14:30-05', '2024-03-09T14:30-05:00'],
    ['20240309T143000Z', '2024-03-09T14:30:00Z'],
    ['20240309', '2024-03-09'],
    ['2024-03', '2024-03'],
    ['2024', '2024'],
    ['Sat, 07 Sep 2002 00:00:01 GMT', '2002-09-07T00:00:01Z'],
    ['Sat, 07 Sep 02 00:00:01 EST', '2002-09-07T00:00:01-05:00'],
    ['7 Sep 99 9:05 +0200', '1999-09-07T09:05+02:00'],
    ['Tue, 10 June 2003 04:00:00 -0430', '2003-06-10T04:00:00-04:30'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-04T16:29:06-08:00'],
    ['Mon Jan 26 16:31:00 2004', '2004-01-26T16:31:00'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
  ])('%s is %s', (field, iso) => {
    expect(parseMachineDate(field)).toMatchObject({ iso, printed: null });
  });
  test.each([
    '1710000000',
    '2024-13-01',
    '2024-02-30',
    '2024-03-09T25:00Z',
    'yesterday',
    '',
    '2024-03-09T10:00+99:00',
  ])('%s is no date', (field) => {
    expect(parseMachineDate(field)).toBeNull();
  });
  test('a long text of digits is refused at once', () => {
    expect(parseMachineDate('1 '.repeat(500_000))).toBeNull();
  });
});

describe('sort keys', () => {
  test('dates of every precision sort in the order of their starts', () => {
    const dates = ['2024', '2024-03', '2024-03-09', '2024-03-09T14:30+01:00', '2024-03-09T14:00Z'];
    expect(dates.map(dateSortKey)).toEqual([
      '2024-01-01T00:00:00Z',
      '2024-03-01T00:00:00Z',
      '2024-03-09T00:00:00Z',
      '2024-03-09T13:30:00Z',
      '2024-03-09T14:00:00Z',
    ]);
  });
  test('what has no date sorts first', () => {
    expect(dateSortKey(null) < dateSortKey('1000')).toBe(true);
    expect(dateSortKey('soon')).toBe(dateSortKey(null));
  });
});
