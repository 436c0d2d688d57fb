import { foldName } from './fold-name.ts';
import { allMediaTopics, type MediaTopicTerm, mediaTopicByCode } from './media-topics.ts';
import {
  ENGLISH_SECTIONS,
  SECTIONS_BY_LANGUAGE,
  SPELLINGS,
  UNSAFE_TOPIC_NAMES,
} from './news-sections-data.ts';

/** UTF-16 units. The longest label has 54. */
const MAX_NAME_LENGTH = 120;

interface TopicIndex {
  /** Sections and labels in English, folded. */
  readonly english: ReadonlyMap<string, MediaTopicTerm>;
  /** The same, each word in the singular; a key that two topics share is left out. */
  readonly singular: ReadonlyMap<string, MediaTopicTerm>;
  readonly byLanguage: ReadonlyMap<string, ReadonlyMap<string, MediaTopicTerm>>;
  /** Names that mean the same topic in every one of those languages that has them. */
  readonly anyLanguage: ReadonlyMap<string, MediaTopicTerm>;
}

let index: TopicIndex | null = null;

function loadIndex(): TopicIndex {
  if (index !== null) return index;
  const labels = new Map(allMediaTopics().map((term) => [term.name, term]));
  const unsafe = new Set(UNSAFE_TOPIC_NAMES.map(foldTopic));
  const english = new Map<string, MediaTopicTerm>();
  for (const term of labels.values()) english.set(foldTopic(term.name), term);
  for (const [name, term] of readSections(ENGLISH_SECTIONS, labels)) english.set(name, term);
  for (const name of unsafe) english.delete(name);

  const byLanguage = new Map(
    Object.entries(SECTIONS_BY_LANGUAGE).map(([language, rows]) => [
      language,
      inAnyJoining(readSections(rows, labels)),
    ]),
  );
  const names = [...byLanguage.values()].flatMap((sections) => [...sections]);
  const anyLanguage = withoutContradictions(names.filter(([name]) => !unsafe.has(name)));
  const singular = withoutContradictions([...english].map(([name, term]) => [inSingular(name), term]));
  index = { english, singular, byLanguage, anyLanguage };
  return index;
}

function readSections(
  rows: readonly string[],
  labels: ReadonlyMap<string, MediaTopicTerm>,
): Map<string, MediaTopicTerm> {
  const sections = new Map<string, MediaTopicTerm>();
  for (const row of rows) {
    const [label = '', ...names] = row.split('|');
    const term = labels.get(label);
    if (term === undefined) throw new Error(`"${label}" is no label of the IPTC Media Topics.`);
    for (const name of names) sections.set(foldTopic(name), term);
  }
  return sections;
}

function inAnyJoining(sections: ReadonlyMap<string, MediaTopicTerm>): Map<string, MediaTopicTerm> {
  return new Map([...sections].map(([name, term]) => [withoutAnd(name), term]));
}

function withoutContradictions(
  entries: readonly (readonly [string, MediaTopicTerm])[],
): Map<string, MediaTopicTerm> {
  const kept = new Map<string, MediaTopicTerm>();
  const contested = new Set<string>();
  for (const [name, term] of entries) {
    const other = kept.get(name);
    if (other !== undefined && other !== term) contested.add(name);
    kept.set(name, term);
  }
  for (const name of contested) kept.delete(name);
  return kept;
}

/** "Crime &amp; Justice" and "Crime and justice" fold alike, and so do British and American spellings. */
function foldTopic(name: string): string {
  return foldName(name.replaceAll('&amp;', '&').replaceAll('&', ' and '))
    .split(' ')
    .map((word) => (Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : word))
    .join(' ');
}

/** Its "and" dropped, so that "Arts & culture" and "Crime/Justice" are read in every language. */
function withoutAnd(folded: string): string {
  return folded
    .split(' ')
    .filter((word) => word !== 'and')
    .join(' ');
}

/** English only, without "and": "policies" -> "policy", "elections" -> "election"; "news", "politics", "crisis" stay. */
function inSingular(folded: string): string {
  return withoutAnd(folded)
    .split(' ')
    .map((word) => {
      if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|ics|ews)$/.test(word)) return word;
      return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
    })
    .join(' ');
}

/**
 * The IPTC Media Topic that a printed theme or section name truly means, or null.
 *
 * Read in this order: the section names of `language` (BCP 47; French, Spanish, German, Portuguese, Italian), what English
 * newsrooms print over their pages, IPTC's English labels, both again in singular or plural, and, when no language is
 * given, the other languages' names where they agree. Codes and URIs of IPTC are read too. Case, accents, "and" and "&" do not count.
 */
export function findMediaTopic(name: string, language?: string): MediaTopicTerm | null {
  if (name.length > MAX_NAME_LENGTH) return null;
  const byCode = mediaTopicByCode(name.trim());
  if (byCode !== null) return byCode;
  const { english, singular, byLanguage, anyLanguage } = loadIndex();
  const folded = foldTopic(name);
  const bare = withoutAnd(folded);
  const spoken = language?.toLowerCase().split('-', 1)[0] ?? '';
  return (
    byLanguage.get(spoken)?.get(bare) ??
    english.get(folded) ??
    singular.get(inSingular(folded)) ??
    (spoken === '' ? anyLanguage.get(bare) : undefined) ??
    null
  );
}
