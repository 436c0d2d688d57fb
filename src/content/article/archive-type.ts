import { sql } from 'drizzle-orm';
import { builder } from '../../graphql/builder.ts';

const ArchiveLanguage = builder.objectRef<object>('ArchiveLanguage').implement({
  description: 'A language that pieces of the archive are in.',
  fields: (t) => ({
    inLanguage: t.given({ type: 'Language', description: 'The language.' }),
    articleCount: t.given({ type: 'Int', description: 'How many pieces are in it.' }),
  }),
});

const Archive = builder.objectRef<object>('Archive').implement({
  description: 'The archive as a whole.',
  fields: (t) => ({
    articleCount: t.given({ type: 'Int', description: 'How many pieces it holds.' }),
    quoteCount: t.given({ type: 'Int', description: 'How many quotations.' }),
    speakerCount: t.given({ type: 'Int', description: 'How many speakers.' }),
    authorCount: t.given({ type: 'Int', description: 'How many authors.' }),
    oldest: t.given({
      type: 'Date',
      nullable: true,
      description: 'Day of the oldest dated piece. Null when no piece is dated.',
    }),
    newest: t.given({
      type: 'Date',
      nullable: true,
      description: 'Day of the newest dated piece. Null when no piece is dated.',
    }),
    languages: t.objects({
      type: ArchiveLanguage,
      description: 'The languages it offers, the most frequent first.',
      rows: () => ({
        from: sql`(SELECT in_language, count(*) AS count FROM articles GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT -1) languages`,
        values: { inLanguage: sql`languages.in_language`, articleCount: sql`languages.count` },
      }),
    }),
  }),
});

const day = (which: 'min' | 'max') =>
  sql`(SELECT date(${sql.raw(which)}(sort_key) / 1000, 'unixepoch') FROM articles WHERE sort_key > -8640000000000000)`;

builder.queryField('archive', (t) =>
  t.object({
    type: Archive,
    description: 'The archive as a whole: how much it holds, in which languages, from when to when.',
    values: () => ({
      articleCount: sql`(SELECT count(*) FROM articles)`,
      quoteCount: sql`(SELECT count(*) FROM quotes)`,
      speakerCount: sql`(SELECT count(*) FROM speakers)`,
      authorCount: sql`(SELECT count(*) FROM authors)`,
      oldest: day('min'),
      newest: day('max'),
    }),
  }),
);
