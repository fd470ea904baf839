import { forbidden, notFound } from '../../errors.js';
import type { Service } from '../../service.js';
import { viewAppWithSubdomain } from '../../views/v2/index.js';
import type { AccountRoute } from '../route.js';

/** Which app a token opens. */
export function tokenInfoRoutes({ store }: Service): AccountRoute[] {
  return [
    {
      method: 'GET',
      path: '/tokenInfo',
      versions: ['v2'],
      reach: 'integration',
      handle({ caller }) {
        if (caller.scope === 'account') throw forbidden();
        const app = store.apps.get(caller.appId);
        if (app === undefined) throw notFound('App');
        return { body: { app: viewAppWithSubdomain(app) } };
      },
    },
  ];
}
