import { expect, test } from 'vitest';
import { parseByline } from '../../src/text/byline.ts';

test.each([
  ['By Ada Venn', ['Ada Venn']],
  ['By Ada Venn and Tomas Ruiz', ['Ada Venn', 'Tomas Ruiz']],
  ['By Ada Venn, Tomas Ruiz and Li Mei', ['Ada Venn', 'Tomas Ruiz', 'Li Mei']],
  ['By Ada Venn, Tomas Ruiz, and Li Mei', ['Ada Venn', 'Tomas Ruiz', 'Li Mei']],
  ['BY ADA VENN', ['ADA VENN']],
  ['Written by Ada Venn', ['Ada Venn']],
  ['Por Ana Sá e João da Silva', ['Ana Sá', 'João da Silva']],
  ['Por Ana Ruiz y Luis Gómez', ['Ana Ruiz', 'Luis Gómez']],
  ['Par Élise Noël et Jean d’Arc', ['Élise Noël', 'Jean d’Arc']],
  ['Von Jutta von der Heide und Uwe Klein, Berlin', ['Jutta von der Heide', 'Uwe Klein']],
  ['Di Marta Conti', ['Marta Conti']],
  ['A cura di Marta Conti', ['Marta Conti']],
  ['By Ada Venn in Geneva and Tomas Ruiz in Lima', ['Ada Venn', 'Tomas Ruiz']],
  ['By Ada Venn, Senior Political Correspondent', ['Ada Venn']],
  ['By Ada Venn, Chief Editor, and Tomas Ruiz, Reporter', ['Ada Venn', 'Tomas Ruiz']],
  ['By Prof. Ada Venn', ['Prof. Ada Venn']],
  ['By Martin Lowe, Jr.', ['Martin Lowe, Jr.']],
  ['Door Sanne de Wit, Bram Kuiper', ['Sanne de Wit', 'Bram Kuiper']],
  ['Av Liv Strand och Nils Holm', ['Liv Strand', 'Nils Holm']],
  ['Skrevet af Mette Krag', ['Mette Krag']],
  ['Írta: Kovács Réka', ['Kovács Réka']],
  ['Kirjoittanut Aino Salmi ja Ville Koski', ['Aino Salmi', 'Ville Koski']],
  ['Napisała Zofia Wrona', ['Zofia Wrona']],
  ['Piše: Ivo Brdar', ['Ivo Brdar']],
  ['Tekst: Olav Vik', ['Olav Vik']],
  ['Yazar: Defne Aksu', ['Defne Aksu']],
  ['Автор: Нина Волкова', ['Нина Волкова']],
  ['Συντάκτης: Ελένη Ράπτη', ['Ελένη Ράπτη']],
  ['Oleh Sari Wulan', ['Sari Wulan']],
  ['By Ada Venn, Dan Holt', ['Ada Venn', 'Dan Holt']],
  ['Por Ana Ruiz en Lima', ['Ana Ruiz']],
  ['作者：林小雨', ['林小雨']],
  ['By Reuters staff', ['Reuters']],
  ['By Ada Venn, Reuters', ['Ada Venn', 'Reuters']],
  ['By Staff Writer', []],
  ['By our correspondent', []],
  ['By Ada Venn | 8 March 2024', ['Ada Venn']],
  ['By Ada Venn (ada@ledger.example)', ['Ada Venn']],
  ['Ada Venn', ['Ada Venn']],
  ['By the time the bridge opened, nobody was left to cross it', []],
  ['', []],
] as const)('%s names %j', (line, names) => {
  expect(parseByline(line).names).toEqual(names);
});
test('the printed line keeps its opening word and loses only the link marks', () => {
  const byline = parseByline('By [Ada Venn](https://ledger.example/ada) and [Tomas Ruiz](#)');
  expect(byline.printed).toBe('By Ada Venn and Tomas Ruiz');
  expect(byline.people).toEqual([
    { name: 'Ada Venn', url: 'https://ledger.example/ada', isOrganization: false },
    { name: 'Tomas Ruiz', url: null, isOrganization: false },
  ]);
});
test('a line without end is given back unread', () => {
  const line = `By ${'Ada Venn and '.repeat(100_000)}`.trim();
  expect(parseByline(line)).toEqual({ printed: line, names: [], people: [] });
});
