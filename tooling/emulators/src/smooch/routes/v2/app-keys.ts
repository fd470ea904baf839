import { notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { requiredText } from '../../input/fields.js';
import type { Service } from '../../service.js';
import { addAppKey, appKeysOf } from '../../state/keys.js';
import type { Key } from '../../state/model/index.js';
import { viewKey } from '../../views/v2/index.js';
import { parameter, type AppCall, type V2Route } from '../route.js';

export function appKeyRoutes(service: Service): V2Route[] {
  const { store } = service;
  const target = (call: AppCall): Key => {
    const id = parameter(call, 'key');
    const key = appKeysOf(store, call.app.id).find((candidate) => candidate.id === id);
    if (key === undefined) throw notFound('Key');
    return key;
  };
  return [
    {
      method: 'POST',
      path: '/keys',
      reach: 'account',
      async handle({ app, request }) {
        const name = requiredText(await jsonBody(request), 'displayName', 100);
        return { status: 201, body: { key: viewKey(addAppKey(service, app.id, name)) } };
      },
    },
    {
      method: 'GET',
      path: '/keys',
      reach: 'account',
      handle: ({ app }) => ({ body: { keys: appKeysOf(store, app.id).map(viewKey) } }),
    },
    {
      method: 'GET',
      path: '/keys/:key',
      reach: 'account',
      handle: (call) => ({ body: { key: viewKey(target(call)) } }),
    },
    {
      method: 'DELETE',
      path: '/keys/:key',
      reach: 'account',
      handle(call) {
        store.keys.delete(target(call).id);
        return { body: {} };
      },
    },
  ];
}
