import { builder } from '../../graphql/builder.ts';
import { listField } from '../../graphql/connection.ts';
import { QuoteList } from '../quote/quote-type.ts';
import { ArticleList } from './article-type.ts';
import { publishedOnDay, quotedOnDay } from './on-this-day.ts';

const OnThisDay = builder.objectRef<object>('OnThisDay').implement({
  description: 'What was published on a day of any year.',
  fields: (t) => ({
    articles: listField(t, ArticleList, {
      description:
        'Pieces published on that day, newest first. What is dated by month or year alone is on no day.',
    }),
    quotes: listField(t, QuoteList, { description: 'What is said in those pieces, newest first.' }),
  }),
});

builder.queryField('onThisDay', (t) =>
  t.object({
    type: OnThisDay,
    description:
      'What was published on a day of any year, by the date that each page prints. Its lists take the same arguments as all others.',
    args: {
      month: t.arg.int({ required: true, description: 'The month, 1 to 12.' }),
      day: t.arg.int({ required: true, description: 'The day of the month, from 1.' }),
    },
    values: (_row, args) => ({
      articles: (part) =>
        part.list<typeof ArticleList.definition.table>((article) => [
          publishedOnDay(article, args('month'), args('day')),
        ]),
      quotes: (part) =>
        part.list<typeof QuoteList.definition.table>((quote, aliases) => [
          quotedOnDay(quote, args('month'), args('day'), aliases),
        ]),
    }),
  }),
);
