import { healthRoutes } from './health-routes.ts';
import { homeRoute } from './home-route.ts';
import type { Route } from './route.ts';
import { schemaRoutes } from './schema-routes.ts';

/** Everything that is answered beside GraphQL, in the order in which it is tried. */
export const routes: readonly Route[] = [homeRoute, ...healthRoutes, ...schemaRoutes];
