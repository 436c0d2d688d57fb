import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { isFullName, matchSpeaker, speakerKey } from '../../src/content/speaker/match-speaker.ts';
import { dataOf } from '../support/ask.ts';
import { importBytes, importTexts } from './import-texts.ts';

const person = (name: string, roles: readonly string[] = [], id = 1) => ({
  id,
  name,
  kind: 'PERSON' as const,
  roles,
  names: [],
});

test('full names match when they are equal, titles and accents aside', () => {
  expect(matchSpeaker(person('Dr. José Ruiz'), [person('Jose Ruiz')])).toEqual({
    id: 1,
    reason: 'FULL_NAME',
  });
  expect(speakerKey('Prof. Dr. Ada Venn')).toBe('ada venn');
  expect(speakerKey('the Red Cross')).toBe('red cross');
});

test('a shared surname is no match, and a surname alone tells nobody', () => {
  expect(matchSpeaker(person('Anna Stoltenberg'), [person('Jens Stoltenberg')])).toBeNull();
  expect(matchSpeaker(person('Stoltenberg'), [person('Jens Stoltenberg')])).toBeNull();
  expect(isFullName(person('Stoltenberg'))).toBe(false);
  expect(matchSpeaker(person('Ada Venn Jr.'), [person('Ada Venn')])).toBeNull();
});

test('initials, middle names and surnames match with the same role, when a single speaker fits', () => {
  const head = ['head of the northern alliance'];
  const known = person('Jens Stoltenberg', head);
  expect(matchSpeaker(person('J. Stoltenberg', ['alliance head']), [known])?.reason).toBe('INITIALS');
  expect(matchSpeaker(person('J. Stoltenberg', ['carpenter']), [known])).toBeNull();
  expect(matchSpeaker(person('Jens Erik Stoltenberg', head), [known])?.reason).toBe('MIDDLE_NAME');
  expect(matchSpeaker(person('Stoltenberg', head), [known])?.reason).toBe('SURNAME');
  expect(matchSpeaker(person('A. Stoltenberg', head), [known])).toBeNull();
  expect(matchSpeaker(person('Stoltenberg', head), [known, person('Anna Stoltenberg', head, 2)])).toBeNull();
});

test('an abbreviation is the body that a piece names beside it', () => {
  const who = { id: 1, name: 'World Harbour Organization', kind: 'BODY' as const, roles: [], names: ['WHO'] };
  const short = { name: 'WHO', kind: 'UNKNOWN' as const, roles: [], names: [] };
  expect(matchSpeaker(short, [who])).toEqual({ id: 1, reason: 'ABBREVIATION' });
  expect(matchSpeaker(short, [{ ...who, names: [] }])).toBeNull();
});

test('initials are the same, however they are set', () => {
  expect(['J. K. Ruiz', 'J.K. Ruiz', 'JK Ruiz'].map(speakerKey)).toEqual(['jk ruiz', 'jk ruiz', 'jk ruiz']);
  expect(isFullName(person('J. K. Ruiz'))).toBe(true);
  expect(isFullName(person('J. Ruiz'))).toBe(false);
  const head = ['harbour master of Quay'];
  const known = person('Jon Karl Ruiz', head);
  expect(matchSpeaker(person('J.K. Ruiz', head), [known])?.reason).toBe('INITIALS');
  expect(matchSpeaker(person('J. L. Ruiz', head), [known])).toBeNull();
});

test('a surname with its particle is a surname', () => {
  for (const name of ['De Groot', 'van der Berg', 'Von Lund', 'Venn Jr.'])
    expect(isFullName(person(name))).toBe(false);
  const head = ['head of the bell office'];
  const known = person('Annelies de Groot', head);
  expect(matchSpeaker(person('De Groot', head), [known])?.reason).toBe('SURNAME');
  expect(matchSpeaker(person('De Groot'), [known])).toBeNull();
});

test('letters with two dots match those that stand for them, and nothing in between', () => {
  const dotted = person('Jürgen Møller');
  const two = person('Juergen Moeller');
  const plain = person('Jurgen Moller');
  expect(matchSpeaker(two, [dotted])?.reason).toBe('FULL_NAME');
  expect(matchSpeaker(dotted, [two])?.reason).toBe('FULL_NAME');
  expect(matchSpeaker(plain, [dotted])?.reason).toBe('FULL_NAME');
  expect(matchSpeaker(plain, [two])).toBeNull();
});

async function archiveOf(pieces: Readonly<Record<string, readonly string[]>>) {
  const archive = await openArchive({ url: ':memory:' });
  onTestFinished(() => archive.close());
  await importTexts(archive, pieces);
  return archive;
}

const TWO_NAMES = {
  One: ['“The lock stays open all winter,” Ada Venn said on Monday.'],
  Two: ['“The lock stays shut all winter,” Adelaide Venn said on Monday.'],
};

const WRONG_COUNTS =
  'SELECT slug FROM speakers WHERE quote_count <> (SELECT count(*) FROM quotes WHERE speaker_id = speakers.id)';

test('what the owner says of a name makes one speaker of two, who answers to all IDs and slugs', async () => {
  const archive = await archiveOf(TWO_NAMES);
  const before = (await dataOf(archive, '{ speakers { nodes { id slug } } }')).speakers.nodes;
  expect(before).toHaveLength(2);
  await importBytes(archive, 'mapping.yaml', 'speakers:\n  Adelaide Venn: Ada Venn\n');
  const { speakers } = await dataOf(
    archive,
    '{ speakers { nodes { name quoteCount namesUsed { name reason } } } }',
  );
  expect(speakers.nodes).toMatchObject([{ name: 'Ada Venn', quoteCount: 2 }]);
  expect(speakers.nodes[0].namesUsed).toContainEqual({ name: 'Adelaide Venn', reason: 'CURATED' });
  for (const { id, slug } of before) {
    expect(
      await dataOf(
        archive,
        'query ($id: ID!, $slug: String!) { node(id: $id) { ... on Speaker { name } } speaker(by: { slug: $slug }) { name } }',
        { id, slug },
      ),
    ).toEqual({ node: { name: 'Ada Venn' }, speaker: { name: 'Ada Venn' } });
  }
  expect(await archive.database.all(WRONG_COUNTS, [])).toEqual([]);
});

test('what the owner takes back is as it was, under the same IDs', async () => {
  const archive = await archiveOf(TWO_NAMES);
  const all = '{ speakers { nodes { id slug name quoteCount } } }';
  const before = await dataOf(archive, all);
  await importBytes(archive, 'mapping.yaml', 'speakers:\n  Adelaide Venn: Ada Venn\n');
  await importBytes(archive, 'mapping.yaml', 'speakers:\n  Somebody Else: Nobody\n');
  expect(await dataOf(archive, all)).toEqual(before);
  expect(await archive.database.all('SELECT * FROM node_aliases', [])).toEqual([]);
});

test('who is quoted beside whom, and who gets a word', async () => {
  const archive = await archiveOf({
    One: ['“The lock stays open all winter,” Ada Venn said. “The ferry runs late,” said Tomas Ruiz.'],
    Two: ['“The lock stays shut,” Ada Venn said. “It leaks,” a senior official said.'],
  });
  const { speaker, coverage } = await dataOf(
    archive,
    `{ speaker(by: { slug: "ada-venn" }) { quotedWith { speaker { name } articleCount } }
       coverage { quoteCount articleCount speakerCount speakerStatuses { status quoteCount share } speakers { speaker { name } share } } }`,
  );
  expect(speaker.quotedWith).toEqual([{ speaker: { name: 'Tomas Ruiz' }, articleCount: 1 }]);
  expect(coverage).toMatchObject({ quoteCount: 4, articleCount: 2, speakerCount: 2 });
  expect(coverage.speakerStatuses).toEqual([
    { status: 'NAMED', quoteCount: 3, share: 0.75 },
    { status: 'ANONYMOUS', quoteCount: 1, share: 0.25 },
  ]);
  expect(coverage.speakers[0]).toEqual({ speaker: { name: 'Ada Venn' }, share: 0.5 });
  const narrowed = await dataOf(
    archive,
    '{ coverage(filter: { speaker: { in: "tomas-ruiz" } }) { quoteCount articleCount speakers { share } regions { share } themes { share } publishers { share } kinds { kind share } } }',
  );
  expect(narrowed.coverage).toMatchObject({ quoteCount: 1, articleCount: 1, speakers: [{ share: 1 }] });
});

test('an abbreviation is nobody for certain once two bodies use it, and people of one surname stay apart', async () => {
  const archive = await archiveOf({
    One: ['The World Harbour Organization (WHO) said: “The ports are open.” The WHO said it was late.'],
    Two: ['“The ports are shut,” the WHO said.'],
    Three: ['The Women Hockey Organisation (WHO) said: “The rink is open.”'],
    Four: ['“The rink is shut,” WHO said.'],
    Five: ['Annelies de Groot said: “The bell rings.”'],
    Six: ['De Groot, who heads the bell office, said: “The bell is silent.”'],
    Seven: ['Juergen Groess said: “The tram is early.”'],
    Eight: ['Jürgen Größ said: “The tram is late.”'],
  });
  const { speakers } = await dataOf(archive, '{ speakers { nodes { name quoteCount } } }');
  expect(
    speakers.nodes.map((node: { name: string; quoteCount: number }) => [node.name, node.quoteCount]),
  ).toEqual([
    ['Annelies de Groot', 1],
    ['De Groot', 1],
    ['Juergen Groess', 2],
    ['WHO', 1],
    ['Women Hockey Organisation', 1],
    ['World Harbour Organization', 3],
  ]);
});

test('a name has the days on which somebody was quoted under it, a short one too', async () => {
  const archive = await archiveOf({
    One: ['Mayor Ada Venn spoke. “The lock is open,” Venn said.'],
    Two: ['“The lock is shut,” Ada Venn said.'],
  });
  const { speaker } = await dataOf(
    archive,
    '{ speaker(by: { slug: "ada-venn" }) { namesUsed { name firstOn lastOn quoteCount } roles { role } } }',
  );
  expect(speaker.namesUsed).toEqual([
    { name: 'Ada Venn', firstOn: '2024-03-01', lastOn: '2024-03-02', quoteCount: 2 },
    { name: 'Venn', firstOn: '2024-03-01', lastOn: '2024-03-01', quoteCount: 1 },
  ]);
  expect(speaker.roles).toEqual([{ role: 'Mayor' }]);
});
