import { sql } from 'drizzle-orm';
import type { NamedLicence } from '../../export/licence-names.ts';
import { findRightsFacts, printAttributionLine, type RightsFacts } from '../../export/rights-facts.ts';
import { builder } from '../../graphql/builder.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import type { articles } from '../article/article-table.ts';
import { authorsJson, outletName } from '../citation/citable-sql.ts';
import { rightsTexts } from './rights-table.ts';

const Licence = builder.objectRef<NamedLicence>('Licence').implement({
  description: 'A public licence that the small print names.',
  fields: (t) => ({
    id: t.exposeString('id', {
      description: 'SPDX identifier: `CC-BY-NC-4.0`. Without a version where the page prints none.',
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its text. Null where the page prints neither an address nor a version.',
      resolve: ({ url }) => url,
    }),
    requiresAttribution: t.exposeBoolean('requiresAttribution', {
      description: 'Whether the author has to be named.',
    }),
    isNonCommercial: t.exposeBoolean('isNonCommercial', {
      description: 'Whether commercial use is left out.',
    }),
    isNoDerivatives: t.exposeBoolean('isNoDerivatives', {
      description: 'Whether changed versions may not be passed on.',
    }),
    isShareAlike: t.exposeBoolean('isShareAlike', {
      description: 'Whether changed versions have to keep the licence.',
    }),
  }),
});

interface Facts extends RightsFacts {
  readonly creditLine: string | null;
}

const Facts = builder.objectRef<Facts>('RightsFacts').implement({
  description:
    'What the small print says in so many words, read for a first look: the texts themselves stand beside it. Null is "not stated", never "no".',
  fields: (t) => ({
    isCrossPostingAllowed: t.exposeBoolean('isCrossPostingAllowed', {
      nullable: true,
      description:
        'Whether the piece may be published elsewhere without asking. Null where nothing is said, and where one sentence allows it and another forbids it.',
    }),
    conditions: t.exposeStringList('conditions', {
      description: 'On what conditions, each as printed: "as long as the source is named".',
    }),
    isAttributionRequired: t.exposeBoolean('isAttributionRequired', {
      nullable: true,
      description: 'Whether author or source have to be named.',
    }),
    isLinkRequired: t.exposeBoolean('isLinkRequired', {
      nullable: true,
      description: 'Whether a link to the original has to be set.',
    }),
    isNonCommercialOnly: t.exposeBoolean('isNonCommercialOnly', {
      nullable: true,
      description: 'Whether commercial use is refused or has to be asked for.',
    }),
    attributionLine: t.exposeString('creditLine', {
      nullable: true,
      description:
        'The credit to print under the piece: in the wording that the page asks for, else "Ada Venn, The Harbour Post (first published by Hill Country Wire), 2024, https://…". Null where neither author nor outlet is known.',
    }),
    licence: t.field({
      type: Licence,
      nullable: true,
      description: 'The public licence that it names. Null when none.',
      resolve: ({ licence }) => licence,
    }),
    isAllRightsReserved: t.exposeBoolean('isAllRightsReserved', {
      description: 'Whether the page says that all rights are reserved.',
    }),
    claimsFairUse: t.exposeBoolean('claimsFairUse', {
      description: "Whether the page says that it shows others' work under fair use or a right to quote.",
    }),
    contact: t.exposeString('contact', {
      nullable: true,
      description: 'The first e-mail address named for asking. Null when none.',
    }),
  }),
});

interface Needs extends Record<string, unknown> {
  readonly permission: string | null;
  readonly conditions: string | null;
  readonly disclaimer: string | null;
  readonly fairUse: string | null;
  readonly licence: string | null;
  readonly notice: string | null;
  readonly year: number | null;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly originalOutlet: string | null;
  readonly url: string | null;
}

/** The field `facts` of `Rights`, whose row is the piece's. */
export const rightsFactsField = {
  type: Facts,
  description: 'What may be done with the piece, as far as the small print says so.',
  needs: (article: Row<typeof articles>, _args: unknown, aliases: Aliases) => {
    const text = aliases.of(rightsTexts);
    const printed = (part: 'permission' | 'conditions' | 'disclaimer' | 'fairUse' | 'licenceUrl') =>
      sql`(SELECT ${text[part]} FROM ${fromRow(text)} WHERE ${text.id} = ${article.rightsTextId})`;
    return {
      permission: printed('permission'),
      conditions: printed('conditions'),
      disclaimer: printed('disclaimer'),
      fairUse: printed('fairUse'),
      licence: printed('licenceUrl'),
      notice: sql`${article.copyrightNotice}`,
      year: sql`coalesce(${article.copyrightYear}, CAST(substr(${article.datePublished}, 1, 4) AS INTEGER))`,
      authors: authorsJson(article, (author) => sql`${author.name}`, aliases),
      outlet: outletName(sql`${article.publisherId}`, aliases),
      originalOutlet: outletName(sql`${article.isBasedOnOutletId}`, aliases),
      url: sql`${article.url}`,
    };
  },
  resolve: (stored: Needs): Facts => {
    const facts = findRightsFacts(stored);
    return { ...facts, creditLine: facts.attributionLine ?? printAttributionLine(stored) };
  },
};
