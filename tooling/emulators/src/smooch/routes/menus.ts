import { notFound } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { readMenu } from '../input/menu.js';
import type { Service } from '../service.js';
import { emptyMenu } from '../state/apps.js';
import { requireIntegration } from '../state/integrations.js';
import type { Integration, Menu } from '../state/model/index.js';
import { viewMenu } from '../views/common/menu.js';
import { parameter, type Call, type Reply, type Route } from './route.js';

const ofIntegration = '/integrations/:integration/menu';

/** The menu beside conversations: one of the app, and others that integrations have in its place. */
export function menuRoutes({ store, ids }: Service): Route[] {
  const show = (menu: Menu): Pick<Reply, 'body'> => ({ body: { menu: viewMenu(menu) } });
  const target = (call: Call): Integration =>
    requireIntegration(store, call.app.id, parameter(call, 'integration'));
  const replace = async (call: Call): Promise<Pick<Reply, 'body'>> => {
    const menu = readMenu(await jsonBody(call.request), ids);
    target(call).menu = menu;
    return show(menu);
  };
  return [
    { method: 'GET', path: '/menu', handle: ({ app }) => show(app.menu) },
    {
      method: 'PUT',
      path: '/menu',
      async handle({ app, request }) {
        app.menu = readMenu(await jsonBody(request), ids);
        return show(app.menu);
      },
    },
    {
      method: 'DELETE',
      path: '/menu',
      handle({ app }) {
        app.menu = emptyMenu;
        return show(app.menu);
      },
    },
    {
      method: 'GET',
      path: ofIntegration,
      handle(call) {
        const { menu } = target(call);
        if (menu === undefined) throw notFound('Menu');
        return show(menu);
      },
    },
    {
      method: 'POST',
      path: ofIntegration,
      handle: async (call) => ({ status: 201, ...(await replace(call)) }),
    },
    { method: 'PUT', path: ofIntegration, handle: replace },
    {
      method: 'DELETE',
      path: ofIntegration,
      handle(call) {
        target(call).menu = undefined;
        return { body: {} };
      },
    },
  ];
}
