import { serviceToken } from '../../auth/service-token.js';
import { forbidden, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { requiredString } from '../../input/fields.js';
import type { Service } from '../../service.js';
import { addKey } from '../../state/keys.js';
import type { Key, ServiceAccount } from '../../state/model/index.js';
import { viewKey, viewServiceAccount } from '../../views/common/app.js';
import { slice } from '../limit-offset.js';
import { parameter, type AccountCall, type AccountRoute, type Reply } from '../route.js';

const one = '/serviceaccounts/:serviceAccount';

/** Those who may do everything in the account but this. */
export function serviceAccountRoutes(service: Service): AccountRoute[] {
  const { store, ids, clock } = service;
  const target = (call: AccountCall): ServiceAccount => {
    const found = store.serviceAccounts.get(parameter(call, 'serviceAccount'));
    if (found === undefined) throw notFound('Service account');
    return found;
  };
  const keysOf = (call: AccountCall): Key[] => {
    const { id } = target(call);
    return [...store.keys.values()].filter(({ serviceAccountId }) => serviceAccountId === id);
  };
  const targetKey = (call: AccountCall): Key => {
    const id = parameter(call, 'key');
    const key = keysOf(call).find((candidate) => candidate.id === id);
    if (key === undefined) throw notFound('Key');
    return key;
  };
  const show = (serviceAccount: ServiceAccount): Reply => ({
    body: { serviceAccount: viewServiceAccount(serviceAccount) },
  });
  return [
    route('GET', '/serviceaccounts', (call) => {
      const { items, ...rest } = slice(call, [...store.serviceAccounts.values()]);
      return { body: { serviceAccounts: items.map(viewServiceAccount), ...rest } };
    }),
    route('POST', '/serviceaccounts', async ({ request }) => {
      const name = requiredString(await jsonBody(request), 'name');
      const made: ServiceAccount = { id: ids.object(), name };
      store.serviceAccounts.set(made.id, made);
      return { status: 201, ...show(made) };
    }),
    route('GET', one, (call) => show(target(call))),
    route('PUT', one, async (call) => {
      const name = requiredString(await jsonBody(call.request), 'name');
      const changed = target(call);
      changed.name = name;
      return show(changed);
    }),
    route('DELETE', one, (call) => {
      for (const key of keysOf(call)) store.keys.delete(key.id);
      store.serviceAccounts.delete(target(call).id);
      return { body: {} };
    }),
    route('GET', `${one}/keys`, (call) => ({ body: { keys: keysOf(call).map(viewKey) } })),
    route('POST', `${one}/keys`, async (call) => {
      const name = requiredString(await jsonBody(call.request), 'name');
      const key = addKey(service, { name, serviceAccountId: target(call).id });
      return { status: 201, body: { key: viewKey(key) } };
    }),
    route('GET', `${one}/keys/:key`, (call) => ({ body: { key: viewKey(targetKey(call)) } })),
    route('DELETE', `${one}/keys/:key`, (call) => {
      store.keys.delete(targetKey(call).id);
      return { body: {} };
    }),
    route('GET', `${one}/keys/:key/jwt`, async (call) => ({
      body: { jwt: await serviceToken(targetKey(call), clock.now()) },
    })),
  ];
}

/** A route for the owner of the account alone. */
function route(method: AccountRoute['method'], path: string, handle: AccountRoute['handle']): AccountRoute {
  return {
    method,
    path,
    versions: ['v1', 'v1.1'],
    handle(call) {
      if (call.caller.scope !== 'account' || call.caller.serviceAccountId !== undefined) throw forbidden();
      return handle(call);
    },
  };
}
