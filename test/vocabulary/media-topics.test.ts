import { expect, test } from 'vitest';
import { findMediaTopic } from '../../src/vocabulary/find-media-topic.ts';
import {
  allMediaTopics,
  broaderTopicsOf,
  mediaTopicByCode,
  mediaTopicBySlug,
} from '../../src/vocabulary/media-topics.ts';
import {
  ENGLISH_SECTIONS,
  SECTIONS_BY_LANGUAGE,
  UNSAFE_TOPIC_NAMES,
} from '../../src/vocabulary/news-sections-data.ts';

test('the way up from a topic ends at one of the seventeen', () => {
  expect(broaderTopicsOf('medtop:20000025').map((term) => term.name)).toEqual([
    'Musical genre',
    'Music',
    'Arts and entertainment',
    'Arts, culture, entertainment and media',
  ]);
  expect(broaderTopicsOf('medtop:01000000')).toEqual([]);
  expect(broaderTopicsOf('medtop:99999999')).toEqual([]);
  expect(allMediaTopics().filter((term) => term.parent === null)).toHaveLength(17);
});

test('every topic has a parent that exists, a level one below it, and a slug and code of its own', () => {
  const all = allMediaTopics();
  expect(all.length).toBeGreaterThan(1100);
  expect(new Set(all.map((term) => term.code)).size).toBe(all.length);
  expect(new Set(all.map((term) => term.slug)).size).toBe(all.length);
  for (const term of all) {
    expect(mediaTopicBySlug(term.slug)).toBe(term);
    expect(broaderTopicsOf(term.code)).toHaveLength(term.level - 1);
    if (term.parent !== null) expect(mediaTopicByCode(term.parent)?.level, term.code).toBe(term.level - 1);
  }
});

test('every label finds its own topic, a section of the same name, or is listed as unsafe', () => {
  const sections = new Set(
    ENGLISH_SECTIONS.flatMap((row) => row.split('|').slice(1)).map((name) => name.toLowerCase()),
  );
  for (const term of allMediaTopics()) {
    if (UNSAFE_TOPIC_NAMES.includes(term.name) || sections.has(term.name.toLowerCase())) continue;
    expect(findMediaTopic(term.name)?.code, term.name).toBe(term.code);
  }
});

test('every section name of every language finds the topic of its row', () => {
  const tables: [string, readonly string[]][] = [
    ['en', ENGLISH_SECTIONS],
    ...Object.entries(SECTIONS_BY_LANGUAGE),
  ];
  for (const [language, rows] of tables) {
    for (const row of rows) {
      const [label, ...names] = row.split('|');
      for (const name of names)
        expect(findMediaTopic(name, language)?.name, `${language}: ${name}`).toBe(label);
    }
  }
});
