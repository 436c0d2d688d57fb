import { implementRow, rowRef } from '../../graphql/builder.ts';
import { outletProfiles } from './outlet-table.ts';

/** Profiles of authors and of outlets: two tables with the same columns. */
export const Profile = rowRef('Profile', outletProfiles);

implementRow(Profile, {
  table: outletProfiles,
  description: 'A profile elsewhere, as a page prints it.',
  fields: (t) => ({
    network: t.column(outletProfiles.network, { description: 'Where: "Telegram", "Mastodon".' }),
    url: t.column(outletProfiles.url, {
      type: 'URL',
      description: 'Its address. Null when the capture kept none.',
    }),
  }),
});
