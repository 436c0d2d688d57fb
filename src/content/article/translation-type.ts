import { eq } from 'drizzle-orm';
import { implementRow, rowRef } from '../../graphql/builder.ts';
import { articles, translations } from './article-table.ts';
import { Article } from './article-type.ts';

export const Translation = rowRef('Translation', translations);

implementRow(Translation, {
  table: translations,
  description: 'A piece in another language, as the page states it.',
  fields: (t) => ({
    inLanguage: t.column(translations.inLanguage, { type: 'Language', description: 'The language.' }),
    url: t.column(translations.url, {
      type: 'URL',
      description: 'Its address. Null when the capture kept none.',
    }),
    headline: t.column(translations.headline, { description: 'Its title, when the page gives it.' }),
    article: t.one({
      type: Article,
      table: articles,
      nullable: true,
      description: 'The translation itself, when the archive holds it.',
      on: (article, translation) => eq(article.id, translation.translationId),
    }),
  }),
});
