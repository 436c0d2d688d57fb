const text = (description: string) => ({ type: ['string', 'null'], description });
const linked = (description: string) => ({
  description,
  anyOf: [{ type: 'string' }, { $ref: '#/$defs/LinkedName' }],
});
const many = (description: string) => ({
  type: 'array',
  description,
  items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/LinkedName' }] },
});
const date = (description: string) => ({
  type: ['string', 'null'],
  description: `${description} ISO 8601 as precise as known: \`2024\`, \`2024-03\`, \`2024-03-09\`, \`2024-03-09T14:30+01:00\`.`,
});

/**
 * JSON Schema (2020-12) of one line of a JSON Lines file: what `dateline import --schema` prints, and what the
 * full export writes. Names are schema.org's NewsArticle where it has one.
 */
export const jsonLinesSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dateline.example/schemas/article-line-1.json',
  title: 'One article, one line',
  description:
    'Each line of a JSON Lines file (UTF-8, newline-delimited) is one object of this shape. Only `headline` is required. ' +
    'Keys that are not listed are ignored. Null and absent mean the same.',
  type: 'object',
  required: ['headline'],
  properties: {
    id: {
      type: ['string', 'number', 'null'],
      description: 'Key at the origin. The same id in a later import is a revision of the same article.',
    },
    url: text('Canonical address of the piece.'),
    headline: { type: 'string', minLength: 1, description: 'As printed.' },
    alternativeHeadline: text('Second headline or dek.'),
    description: text('Summary or standfirst, plain text.'),
    byline: text('Author line as printed, "By" included.'),
    authors: {
      type: 'array',
      description: 'In printed order.',
      items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/Author' }] },
    },
    publisher: {
      description: 'Outlet it appeared in, with what its pages say of it.',
      anyOf: [{ type: 'string' }, { $ref: '#/$defs/Outlet' }],
    },
    datePublished: date('When it was first published.'),
    datePublishedPrinted: text('The same as the page prints it: "9 March 2024".'),
    dateModified: date('When it was last changed.'),
    dateModifiedPrinted: text('The same as the page prints it.'),
    dateline: text('"GENEVA, 9 March", without the dash. It stays in the body too.'),
    isBasedOn: {
      type: ['object', 'null'],
      description: 'The work it was taken from; null for an original piece.',
      properties: { outlet: linked('Outlet of the original.'), url: text('Address of the original.') },
    },
    regions: many('Places it is about, as printed.'),
    themes: many('Subjects, as printed.'),
    reports: many('Series or dossiers it belongs to.'),
    keywords: { type: 'array', items: { type: 'string' }, description: 'Free keywords.' },
    inLanguage: text('BCP 47 tag.'),
    translations: {
      type: 'array',
      description: 'The same piece in other languages.',
      items: {
        type: 'object',
        required: ['inLanguage'],
        properties: {
          inLanguage: { type: 'string' },
          url: text('Address.'),
          headline: text('Headline there.'),
        },
      },
    },
    body: {
      type: ['string', 'null'],
      description: 'CommonMark without raw HTML. Give either this or `bodyHtml`.',
    },
    bodyHtml: {
      type: ['string', 'null'],
      description: 'HTML, turned into CommonMark at import. Read only where `body` is absent.',
    },
    image: {
      type: ['object', 'null'],
      properties: {
        url: text('Address.'),
        caption: text('Caption as printed.'),
        credit: text('Credit as printed.'),
        creditUrl: text('What the credit links to.'),
      },
    },
    notes: {
      type: 'array',
      items: { type: 'string' },
      description: "Editor's notes and notes to readers, kept out of body and search.",
    },
    rights: {
      type: ['object', 'null'],
      properties: {
        holders: many('Copyright holders.'),
        year: { type: ['integer', 'null'] },
        notice: text('The copyright line as printed.'),
        licenceUrl: text('Address of the licence.'),
        disclaimer: text('As printed.'),
        permission: text('Permission to republish, as printed.'),
        conditions: text('Its conditions, as printed.'),
        fairUse: text('Fair-use notice, as printed.'),
        contact: text('Contact for rights.'),
      },
    },
    discussionUrl: text('Comment page.'),
    boilerplate: {
      type: 'array',
      items: { type: 'string' },
      description: 'Lines of the page that belong to the site.',
    },
    provenance: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Where each value came from, by field name.',
    },
    archive: {
      type: ['object', 'null'],
      description:
        'What an archive has named the piece, in its own export: an import into another archive keeps these names where they are free.',
      required: ['id', 'slug', 'createdAt', 'updatedAt'],
      properties: {
        id: { type: 'string', description: 'Global ID.' },
        slug: { type: 'string', description: 'Name in addresses.' },
        createdAt: { type: 'string', format: 'date-time', description: 'When the record was made, UTC.' },
        updatedAt: { type: 'string', format: 'date-time', description: 'When it was last changed, UTC.' },
      },
    },
  },
  $defs: {
    Profiles: {
      type: 'array',
      items: {
        type: 'object',
        required: ['network'],
        properties: { network: { type: 'string' }, url: text('Address.') },
      },
    },
    Outlet: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', minLength: 1 },
        url: text('Its site.'),
        profiles: { $ref: '#/$defs/Profiles' },
        membershipUrl: text('Where readers become members.'),
        discussionUrl: text('Where readers comment on its pieces.'),
        newsletterUrl: text('Where readers order its newsletter.'),
        contact: text('Contact for rights and other questions, as printed.'),
        mediaContact: text('Contact for the media, as printed.'),
        languageCount: { type: ['integer', 'null'], description: 'How many languages it says it offers.' },
      },
    },
    LinkedName: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', minLength: 1 }, url: text('What the name links to.') },
    },
    Author: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', minLength: 1 },
        url: text("The author's page."),
        description: text("The author's note."),
        affiliations: { type: 'array', items: { type: 'string' } },
        profiles: { $ref: '#/$defs/Profiles' },
      },
    },
  },
} as const;
