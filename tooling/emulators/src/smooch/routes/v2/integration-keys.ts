import { badRequest, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { requiredText } from '../../input/fields.js';
import type { Service } from '../../service.js';
import { addKey } from '../../state/keys.js';
import type { Integration, Key } from '../../state/model/index.js';
import { viewKey } from '../../views/v2/index.js';
import { parameter, type AppCall, type V2Route } from '../route.js';
import { integrationOf } from './targets.js';

const keyLimit = 10;
const keys = '/integrations/:integration/keys';

export function integrationKeyRoutes(service: Service): V2Route[] {
  const { store } = service;
  const custom = (call: AppCall): Integration => {
    const integration = integrationOf(store, call);
    if (integration.type !== 'custom')
      throw badRequest('API keys are available only for custom integrations');
    return integration;
  };
  const keysOf = ({ id }: Integration): Key[] =>
    [...store.keys.values()].filter(({ integrationId }) => integrationId === id);
  const target = (call: AppCall): Key => {
    const id = parameter(call, 'key');
    const key = keysOf(custom(call)).find((candidate) => candidate.id === id);
    if (key === undefined) throw notFound('Key');
    return key;
  };
  return [
    {
      method: 'POST',
      path: keys,
      reach: 'app',
      async handle(call) {
        const name = requiredText(await jsonBody(call.request), 'displayName', 100);
        const integration = custom(call);
        if (keysOf(integration).length >= keyLimit) {
          throw badRequest(`An integration can have at most ${keyLimit} keys`);
        }
        const key = addKey(service, { name, appId: call.app.id, integrationId: integration.id });
        return { status: 201, body: { key: viewKey(key) } };
      },
    },
    {
      method: 'GET',
      path: keys,
      reach: 'app',
      handle: (call) => ({ body: { keys: keysOf(custom(call)).map(viewKey) } }),
    },
    {
      method: 'GET',
      path: `${keys}/:key`,
      reach: 'app',
      handle: (call) => ({ body: { key: viewKey(target(call)) } }),
    },
    {
      method: 'DELETE',
      path: `${keys}/:key`,
      reach: 'app',
      handle(call) {
        store.keys.delete(target(call).id);
        return { body: {} };
      },
    },
  ];
}
