import { articleRoutes } from './article-routes.ts';
import { digestRoutes } from './digest-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { homeRoute } from './home-route.ts';
import type { Route } from './route.ts';
import { schemaRoutes } from './schema-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { sitemapRoutes } from './sitemap-routes.ts';

/** Everything that is answered beside GraphQL, in the order in which it is tried. */
export const routes: readonly Route[] = [
  homeRoute,
  ...healthRoutes,
  ...schemaRoutes,
  ...articleRoutes,
  ...feedRoutes,
  ...digestRoutes,
  ...sitemapRoutes,
  ...siteRoutes,
];
