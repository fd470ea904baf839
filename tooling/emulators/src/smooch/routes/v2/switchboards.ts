import { ApiError, badRequest, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { optionalBoolean, optionalString } from '../../input/fields.js';
import type { Service } from '../../service.js';
import type { Switchboard } from '../../state/model/index.js';
import { removeSwitchboard, switchboardIntegrationsOf, switchboardOf } from '../../state/switchboards.js';
import type { Store } from '../../state/store.js';
import { viewSwitchboard } from '../../views/v2/index.js';
import { parameter, type AppCall, type V2Route } from '../route.js';

export function switchboardRoutes(service: Service): V2Route[] {
  const { store, ids } = service;
  return [
    {
      method: 'POST',
      path: '/switchboards',
      reach: 'app',
      handle({ app }) {
        if (switchboardOf(store, app.id) !== undefined) {
          throw badRequest('Only one switchboard can be created per app');
        }
        const switchboard: Switchboard = {
          id: ids.object(),
          appId: app.id,
          enabled: false,
          defaultSwitchboardIntegrationId: undefined,
        };
        store.switchboards.set(switchboard.id, switchboard);
        return { status: 201, body: { switchboard: viewSwitchboard(switchboard) } };
      },
    },
    {
      method: 'GET',
      path: '/switchboards',
      reach: 'app',
      handle({ app }) {
        const found = [...store.switchboards.values()].filter(({ appId }) => appId === app.id);
        return { body: { switchboards: found.map(viewSwitchboard) } };
      },
    },
    {
      method: 'PATCH',
      path: '/switchboards/:switchboard',
      reach: 'app',
      async handle(call) {
        const body = await jsonBody(call.request);
        const switchboard = targetSwitchboard(store, call);
        const enabled = optionalBoolean(body, 'enabled') ?? switchboard.enabled;
        const responder =
          optionalString(body, 'defaultSwitchboardIntegrationId') ??
          switchboard.defaultSwitchboardIntegrationId;
        const seats = switchboardIntegrationsOf(store, switchboard.id);
        if ((enabled || responder !== undefined) && !seats.some(({ id }) => id === responder))
          throw noDefault();
        switchboard.enabled = enabled;
        switchboard.defaultSwitchboardIntegrationId = responder;
        return { body: { switchboard: viewSwitchboard(switchboard) } };
      },
    },
    {
      method: 'DELETE',
      path: '/switchboards/:switchboard',
      reach: 'app',
      handle(call) {
        removeSwitchboard(store, targetSwitchboard(store, call));
        return { body: {} };
      },
    },
  ];
}

export function targetSwitchboard(store: Store, call: AppCall): Switchboard {
  const switchboard = store.switchboards.get(parameter(call, 'switchboard'));
  if (switchboard?.appId !== call.app.id) throw notFound('Switchboard');
  return switchboard;
}

export function noDefault(): ApiError {
  return new ApiError(
    404,
    'switchboard_integration_not_found',
    'Enabled switchboard must have an associated default switchboardIntegration',
  );
}
