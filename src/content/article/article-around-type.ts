import { builder } from '../../graphql/builder.ts';
import { shortListSize } from '../../query/list-keys.ts';
import { articles } from './article-table.ts';
import { Article } from './article-type.ts';
import { type NeighbourScope, neighbourId } from './neighbours.ts';
import { NeighbourScopeEnum, Neighbours, recordWithId } from './neighbours-type.ts';
import { RelatedArticle, relatedTo } from './related-type.ts';
import { Variant, variantsOf } from './variant-type.ts';

// What lies around an article in the archive, beside what its page says of itself.
builder.objectFields(Article, (t) => ({
  variants: t.objects({
    type: Variant,
    description:
      'The pieces of `nearDuplicates` with how much they share and where they differ; the most alike first, at most 20.',
    rows: (article, _args, aliases) => ({ ...variantsOf(article, aliases), size: () => 20 }),
  }),
  related: t.objects({
    type: RelatedArticle,
    description:
      'Pieces that have to do with it, and why: linked either way, or near in time and sharing a report, a speaker, a theme or a region. The closest first; near duplicates are left out.',
    args: {
      first: t.arg.int({ defaultValue: 5, description: 'How many at most, 0 to 100.' }),
    },
    rows: (article, args, aliases) => ({
      ...relatedTo(article, shortListSize(args('first')), aliases),
      // Finding them costs as much as twenty rows, however few are shown.
      size: (variables) => 20 + Number(args('first').read(variables) ?? 0),
    }),
  }),
  neighbours: t.object({
    type: Neighbours,
    description:
      'The piece before it and the piece after it, to leaf through an author, a report or a theme.',
    args: {
      within: t.arg({
        type: NeighbourScopeEnum,
        defaultValue: 'ARCHIVE',
        description: 'Among which pieces.',
      }),
      of: t.arg({
        type: 'ID',
        description:
          'Slug or global ID of the author, report, theme, region or outlet. Without it: the first that the piece has.',
      }),
    },
    values: (article, args, aliases) => {
      const scope = (args('within').choice ?? 'ARCHIVE') as NeighbourScope; // GraphQL lets no other value through
      const side = (name: 'previous' | 'next') =>
        recordWithId(articles, neighbourId(article, name, scope, args('of'), aliases));
      return { previous: side('previous'), next: side('next') };
    },
  }),
}));
