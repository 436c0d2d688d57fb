import type { SearchKind } from '../search/search-hits.ts';
import { builder } from './builder.ts';

export const SearchType = builder.enumType('SearchType', {
  description: 'What can be searched.',
  values: {
    ARTICLE: { description: 'Articles, by headline, deck, summary and body.' },
    QUOTE: { description: 'Quotations, by their words and the name of the speaker.' },
    SPEAKER: { description: 'Whoever is quoted, by all names that pieces use.' },
    AUTHOR: { description: 'Whoever writes, by name.' },
  } as const satisfies Record<SearchKind, unknown>,
});
