const target = {
  description:
    'What the printed name stands for: another name, an object, or null for nothing (the name is left out).',
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        name: { type: 'string', minLength: 1, description: 'Name in the archive.' },
        code: {
          type: 'string',
          description:
            'Regions: ISO 3166 or UN M49 (`DE`, `DEU`, `155`). Themes: IPTC Media Topic (`medtop:06000000`).',
        },
        url: { type: 'string', description: 'Page of the author or outlet.' },
      },
    },
  ],
};
const names = (what: string) => ({
  type: 'object',
  description: `Printed name -> ${what}.`,
  additionalProperties: target,
});
const groups = { type: 'array', items: { type: 'array', minItems: 2, items: { type: 'string' } } };

/** JSON Schema (2020-12) of `mapping.yaml`, in which an archive's owner says what printed names stand for. */
export const mappingSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dateline.example/schemas/mapping-1.json',
  title: 'What printed names stand for in this archive',
  description:
    'Names are compared without regard to case, accents and punctuation. What stands here wins over every vocabulary.',
  type: 'object',
  additionalProperties: false,
  properties: {
    regions: names('region'),
    themes: names('theme'),
    authors: names('author'),
    speakers: names('speaker'),
    outlets: names('outlet'),
    quotes: {
      type: 'array',
      description: 'What is otherwise with single quotations. Extraction leaves them so from then on.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['article', 'text'],
        properties: {
          article: { type: 'string', description: 'Slug, address or global ID of the piece.' },
          text: {
            type: 'string',
            description: 'The words. Case, accents and marks do not count, but for words to be added.',
          },
          speaker: { type: ['string', 'null'], description: 'Who said it; null for nobody who is named.' },
          role: { type: 'string', description: 'The role that the piece states.' },
          kind: { enum: ['DIRECT', 'MIXED', 'INDIRECT'] },
          add: { const: true, description: 'The words stand in the body and are a quotation.' },
          remove: { const: true, description: 'The words are no quotation.' },
        },
      },
    },
    merge: {
      type: 'object',
      description: 'Groups of names that are one: the first of a group is kept.',
      additionalProperties: false,
      properties: { regions: groups, themes: groups, authors: groups, speakers: groups, outlets: groups },
    },
  },
} as const;
