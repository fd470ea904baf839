import { serviceToken } from '../../auth/service-token.js';
import { notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { requiredString } from '../../input/fields.js';
import type { Service } from '../../service.js';
import { addAppKey, appKeysOf } from '../../state/keys.js';
import type { Key } from '../../state/model/index.js';
import { viewKey } from '../../views/common/app.js';
import { parameter, type Call, type Route } from '../route.js';

const place = { paths: 'long only', reach: 'account' } as const;

export function appKeyRoutes(service: Service): Route[] {
  const { store, clock } = service;
  const target = (call: Call): Key => {
    const id = parameter(call, 'key');
    const key = appKeysOf(store, call.app.id).find((candidate) => candidate.id === id);
    if (key === undefined) throw notFound('Key');
    return key;
  };
  return [
    {
      ...place,
      method: 'GET',
      path: '/keys',
      handle: ({ app }) => ({ body: { keys: appKeysOf(store, app.id).map(viewKey) } }),
    },
    {
      ...place,
      method: 'POST',
      path: '/keys',
      async handle({ app, request }) {
        const name = requiredString(await jsonBody(request), 'name');
        return { status: 201, body: { key: viewKey(addAppKey(service, app.id, name)) } };
      },
    },
    {
      ...place,
      method: 'GET',
      path: '/keys/:key',
      handle: (call) => ({ body: { key: viewKey(target(call)) } }),
    },
    {
      ...place,
      method: 'DELETE',
      path: '/keys/:key',
      handle(call) {
        store.keys.delete(target(call).id);
        return { body: {} };
      },
    },
    {
      ...place,
      method: 'GET',
      path: '/keys/:key/jwt',
      handle: async (call) => ({ body: { jwt: await serviceToken(target(call), clock.now()) } }),
    },
  ];
}
