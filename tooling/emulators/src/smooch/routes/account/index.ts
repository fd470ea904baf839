import type { Service } from '../../service.js';
import type { AccountRoute, Route } from '../route.js';
import { appKeyRoutes } from './app-keys.js';
import { appListRoutes, appRoutes } from './apps.js';
import { deploymentRoutes } from './deployments.js';
import { serviceAccountRoutes } from './service-accounts.js';

/** What of v1 and v1.1 is about the account. */
export function accountRoutes(service: Service): AccountRoute[] {
  return [...appListRoutes(service), ...serviceAccountRoutes(service), ...deploymentRoutes(service)];
}

/** What of v1 and v1.1 is about an app as a whole. */
export function legacyAppRoutes(service: Service): Route[] {
  return [...appRoutes(service), ...appKeyRoutes(service)];
}
