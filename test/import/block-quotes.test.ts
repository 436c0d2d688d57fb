import { expect, test } from 'vitest';
import { reextractQuotes } from '../../src/import/reextract-quotes.ts';
import { emptyArchive } from './archive-for-test.ts';

const MARKDOWN = `---
title: The harbour stays open
author: Olaf Brandt
date: 2024-03-05
---
Mayor Ina Roth answered her critics on Monday. In a statement she wrote:

> We will not close the harbour.
>
> The work begins in May.

The council meets on Friday.
`;

const PAGE = `<!doctype html><html lang="en"><head><title>The strike goes on</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The strike goes on","datePublished":"2024-03-06"}</script></head>
<body><article><h1>The strike goes on</h1>
<p>The strike at the eastern quay went on for a third day on Wednesday, and the cranes stood still from morning to night.</p>
<blockquote><p>We have nothing left to give, and they know it.</p><footer>— Piet Morel, docker</footer></blockquote>
<p>Nobody came to the gate, although the company had promised the day before that somebody would.</p>
<blockquote><p>Two pounds of rye flour, a spoon of salt, water.</p></blockquote>
<p>The men at the fire baked bread, as their fathers had done in the strike of the year in which the bridge was built.</p>
</article></body></html>`;

test('words that a page sets apart are quotations where somebody speaks them, and offsets cut them out of the text', async () => {
  const { archive, write, take, rows } = await emptyArchive();
  write('harbour.md', MARKDOWN);
  write('strike.html', PAGE);
  await take();
  const quotes = () =>
    rows(
      `SELECT speaker_name, quotes.text, substr(body, start + 1, "end" - start) = quotes.text FROM quotes
       JOIN articles ON articles.id = article_id ORDER BY headline, start`,
    );
  const expected = [
    ['Ina Roth', 'We will not close the harbour.', 1],
    ['Ina Roth', 'The work begins in May.', 1],
    ['Piet Morel', 'We have nothing left to give, and they know it.', 1],
  ];
  expect(await quotes()).toEqual(expected);
  await archive.database.write(async ({ all }) => all('DELETE FROM quotes'));
  await reextractQuotes(archive);
  expect(await quotes()).toEqual(expected);
});
