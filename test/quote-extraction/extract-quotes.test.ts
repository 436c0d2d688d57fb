import { expect, test } from 'vitest';
import { extractQuotes } from '../../src/quote-extraction/extract-quotes.ts';
import type { QuoteExtractionInput } from '../../src/quote-extraction/quote.ts';

const quotesOf = (body: string, more: Omit<QuoteExtractionInput, 'body'> = {}) =>
  extractQuotes({ body, ...more });
const heard = (body: string, more: Omit<QuoteExtractionInput, 'body'> = {}) =>
  quotesOf(body, more).map(({ text, speaker }) => [speaker.name ?? speaker.description, text]);

test('the speaker is the subject of the reporting verb and not the nearest name', () => {
  expect(heard('“It is a start,” Ann Doe, who met Tom Ray on Monday, said.')).toEqual([
    ['Ann Doe', 'It is a start,'],
  ]);
});

test('an office is kept as the role of whoever holds it', () => {
  const [quote] = quotesOf('The head of the alliance, Ann Doe, said that talks would go on.');
  expect(quote?.speaker).toMatchObject({
    status: 'NAMED',
    name: 'Ann Doe',
    role: 'head of the alliance',
    kind: 'PERSON',
  });
});

test('pronouns, surnames and offices find the fullest name of the article', () => {
  const body =
    'Transport minister Ann Doe opened the tunnel. She said it was safe. Doe said it was deep. The minister said it was long.';
  expect(quotesOf(body).map(({ speaker }) => [speaker.mention, speaker.name])).toEqual([
    ['She', 'Ann Doe'],
    ['Doe', 'Ann Doe'],
    ['The minister', 'Ann Doe'],
  ]);
});

test('a source without a name is anonymous, with what is said of it', () => {
  const [quote] = quotesOf('“They ran,” said a guard who asked not to be named.');
  expect(quote?.speaker).toMatchObject({
    status: 'ANONYMOUS',
    name: null,
    mention: 'a guard',
    description: 'a guard who asked not to be named',
    kind: 'PERSON',
  });
});

test('an utterance that nobody is named for has an unknown speaker', () => {
  const [quote] = quotesOf('“The night belongs to those who wait.”\n\nThe shop opened at six.');
  expect(quote?.speaker.status).toBe('UNKNOWN');
});

test('the pieces of a split quotation share a group', () => {
  const quotes = quotesOf('“We looked twice,” said Ann Doe, “and found nothing.”');
  expect(quotes.map(({ group }) => group)).toEqual([1, 1]);
});

test('a speaker told behind the last paragraph of a quotation speaks all of it', () => {
  expect(heard('“It was told in May.\n\n“It did nothing,” said Ann Doe.')).toEqual([
    ['Ann Doe', 'It was told in May.'],
    ['Ann Doe', 'It did nothing,'],
  ]);
});

test('a reported clause with words in marks is mixed and whole', () => {
  const [quote] = quotesOf('Ann Doe said the march had been “almost peaceful” and that two were held.');
  expect(quote).toMatchObject({
    kind: 'MIXED',
    text: 'the march had been “almost peaceful” and that two were held',
  });
});

test.each([
  ['title-of-work', 'Her novel, “The Salt Road”, sold well, and the song “Ferry Home” opens the film.'],
  ['nickname', 'Walter “Duke” Hanley, who ran the theatre, died on Sunday.'],
  ['inscription', 'Protesters carried signs reading “Hands off our park” and “Trees not towers”.'],
  ['term', 'The so-called “smart” meters were installed in the district known as “the doughnut”.'],
  ['distance', 'The “flexible” contracts guarantee no hours.'],
  ['denied', 'Pavel Urban has never said that he would resign.'],
  [
    'hypothetical',
    'If the regulator says the plan is sound, work could start. Nobody would say that it is dead.',
  ],
  ['thought', 'Residents hope that the noise will stop and many believe the airport is to blame.'],
  ['measure', 'A 14" pipe burst beside the 6\' 2" wall.'],
])('words are no quotation: %s', (_rule, body) => {
  expect(heard(body)).toEqual([]);
});

test('omissions, insertions, sic and notes on emphasis are kept and resolved', () => {
  const [quote] = quotesOf('“We [the board] recieved [sic] it (...) in May”, Ann Doe said. (emphasis added)');
  expect(quote?.marks.map(({ kind, text }) => [kind, text])).toEqual([
    ['INSERTION', '[the board]'],
    ['SIC', '[sic]'],
    ['OMISSION', '(...)'],
    ['EMPHASIS_ADDED', '(emphasis added)'],
  ]);
  expect(quote?.normalizedText).toBe('We the board recieved it … in May');
});

test('day and occasion of the speech are told from the day of publication', () => {
  const [quote] = quotesOf(
    'On September 7, during a meeting with the board, Ann Doe said that the plan stood.',
    {
      datePublished: '2023-09-08',
    },
  );
  expect(quote).toMatchObject({ saidOn: '2023-09-07', occasion: 'during a meeting with the board' });
  expect(
    quotesOf('Ann Doe said on Tuesday that the plan stood.', { datePublished: '2024-03-08' })[0]?.saidOn,
  ).toBe('2024-03-05');
  expect(quotesOf('Ann Doe said on Tuesday that the plan stood.')[0]?.saidOn).toBeNull();
});

test('a quotation in the headline finds its speaker in the body', () => {
  const [quote] = quotesOf('Mayor Ann Doe opened the bridge.', { headline: 'Doe: “The bridge is safe”' });
  expect(quote).toMatchObject({
    place: 'HEADLINE',
    text: 'The bridge is safe',
    speaker: { name: 'Ann Doe' },
  });
});

test('a paragraph that credits a picture is a caption', () => {
  const [quote] = quotesOf('“We made it,” said Ann Doe at the summit. Image: Press Office.');
  expect(quote?.place).toBe('CAPTION');
});

test('the answers of an interview are speech', () => {
  const body =
    'The novelist Ann Doe grew up here.\n\nQ: Why now?\n\nA: I wanted to finish.\n\nQ: And then?\n\nA: I slept for a week.';
  expect(heard(body)).toEqual([
    ['Ann Doe', 'I wanted to finish.'],
    ['Ann Doe', 'I slept for a week.'],
  ]);
});

test('French, Spanish, German, Portuguese and Italian are read without being told', () => {
  expect(heard('« La loi sera votée », a déclaré hier la ministre, Anne Dubois, dans une lettre.')).toEqual([
    ['Anne Dubois', 'La loi sera votée'],
  ]);
  expect(heard('Según el alcalde, Pablo Ruiz, el puente de la ciudad se cerró en enero.')[0]?.[0]).toBe(
    'Pablo Ruiz',
  );
  expect(heard('Petra Vogel erklärte, dass die Fenster der Schule nicht mehr schließen.')[0]?.[0]).toBe(
    'Petra Vogel',
  );
  expect(heard('“Não há mais água na cidade”, disse o prefeito João Nunes.')[0]?.[0]).toBe('João Nunes');
  expect(heard('«La scuola è sicura», ha detto il sindaco Marco Bellini.')[0]?.[0]).toBe('Marco Bellini');
});

test('an empty body and a body of nothing but marks have no quotes', () => {
  expect(quotesOf('')).toEqual([]);
  expect(quotesOf('"'.repeat(5000))).toEqual([]);
  expect(quotesOf('“'.repeat(5000))).toEqual([]);
  expect(quotesOf('>'.repeat(5_000_000))).toEqual([]);
  expect(quotesOf('a-'.repeat(5_000_000))).toEqual([]);
});

test('confidence is a share, and lower for what nobody is named for', () => {
  const [named] = quotesOf('“It is late,” Ann Doe said.');
  const [lone] = quotesOf('“The night belongs to those who wait.”\n\nThe shop opened.');
  expect(named?.confidence).toBeGreaterThan(0.9);
  expect(lone?.confidence).toBeLessThan(0.5);
});

test('a body whose letters spell a small word is a body; a pronoun in capitals is one that is stressed', () => {
  expect(heard('“The ports are shut,” the WHO said.')).toEqual([['WHO', 'The ports are shut,']]);
  expect(heard('The US said the deal was off.')).toEqual([['US', 'the deal was off']]);
  expect(heard('Ann Doe came late. It was SHE who said it was over.')[0]?.[0]).not.toBe('SHE');
});

test('articles and forms of address are no role', () => {
  const roleIn = (text: string) => quotesOf(text)[0]?.speaker.role;
  expect(roleIn('The Basin Commission said: “It is dry.”')).toBeNull();
  expect(roleIn('“It is dry,” Mr. Ben Doe said.')).toBeNull();
  expect(roleIn('« Il fait sec », a déclaré Mme Anne Dubois dans une lettre à la ville.')).toBeNull();
  expect(roleIn('“It is dry,” said Mayor Ben Doe.')).toBe('Mayor');
  expect(roleIn('The union met. Its chairman, Ben Doe, said it was dry.')).toBe('chairman');
});

test.each([
  ['Neither side said that talks had ended.', []],
  ['The Herald quoted Tom Ray as saying the war was lost.', [['Tom Ray', 'the war was lost']]],
  ['Ann Doe would say only that the matter was closed.', [['Ann Doe', 'the matter was closed']]],
  ['The minister warned the channel could silt up.', [['The minister', 'the channel could silt up']]],
  ['His tattoo says “Never again”.', []],
  ['The firm’s “flexible” contracts promise no hours.', []],
])('what the words around a verb of reporting make of it: %s', (body, expected) => {
  expect(heard(body)).toEqual(expected);
});

test.each([
  ['Ann Doe, who runs the port and is due to retire, said it was late.', 'Ann Doe'],
  ['Ann Doe, a teacher who walked home with her sons and a neighbour, said it was late.', 'Ann Doe'],
  ['It was found by Ann Doe, a researcher, who told the paper it was late.', 'Ann Doe'],
  ['Managing Director Ann Doe, who called it “a farce”, said that it was late.', 'Ann Doe'],
  ['Rolf Roe, a doctor who was not involved, told Newsline the case was clear.', 'Rolf Roe'],
  ['Jan Novak said it was late.', 'Jan Novak'],
  ['The road was shut, according to a report published on Monday by the Road Bureau.', 'Road Bureau'],
])('appositions and relative clauses leave the subject to its verb: %s', (body, name) => {
  expect(quotesOf(body).at(-1)?.speaker.name).toBe(name);
});

test('“she” is the one named, not the institute behind “of the”', () => {
  const body =
    'Six is the number that Quilla Roe of the Burg Research Station counted. “I was glad,” she said.';
  expect(heard(body)).toEqual([['Quilla Roe', 'I was glad,']]);
});

test('a code in marks is what a label says, no speech', () => {
  expect(heard('Ben Doe weighed the crate. The label says “9/71”.')).toEqual([]);
});

test('a firm that its description tells of is found by “the company”', () => {
  const body =
    'Ann Doe spoke to Science Radio about it. Kestrel-Roe, the manufacturer, has cut its price. The company said it was fair.';
  expect(quotesOf(body).map(({ speaker }) => speaker.name)).toEqual(['Kestrel-Roe']);
});
