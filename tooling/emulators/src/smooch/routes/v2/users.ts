import { badRequest } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { optionalString } from '../../input/fields.js';
import { readNewUser, readUserChange } from '../../input/v2/user.js';
import type { Service } from '../../service.js';
import { mergeUsers } from '../../state/merge.js';
import type { User } from '../../state/model/index.js';
import { clearPersonalInformation, createUser, removeUser, updateUser } from '../../state/users.js';
import { viewUser } from '../../views/v2/index.js';
import { parameter, type V2Route } from '../route.js';
import { userWithZendeskId, userOf } from './targets.js';

export function userRoutes(service: Service): V2Route[] {
  const { store } = service;
  const show = (user: User): { body: object } => ({ body: { user: viewUser(user) } });
  return [
    {
      method: 'POST',
      path: '/users',
      async handle({ app, request }) {
        const input = readNewUser(await jsonBody(request));
        return { status: 201, ...show(createUser(service, app.id, input)) };
      },
    },
    {
      method: 'GET',
      path: '/users',
      handle({ app, query }) {
        const email = query.get('filter[identities.email]');
        if (email === null || email === '') throw badRequest('Filter parameter identities.email is required');
        const brandId = query.get('brandId');
        const found = [...store.users.values()].filter(
          (user) =>
            user.appId === app.id &&
            (brandId === null || user.brandId === brandId) &&
            user.identities.some(({ type, value }) => type === 'email' && value === email),
        );
        return { body: { users: found.map(viewUser) } };
      },
    },
    { method: 'GET', path: '/users/:user', handle: (call) => show(userOf(store, call)) },
    {
      method: 'PATCH',
      path: '/users/:user',
      async handle(call) {
        const change = readUserChange(await jsonBody(call.request));
        const user = userOf(store, call);
        updateUser(user, change);
        return show(user);
      },
    },
    {
      method: 'DELETE',
      path: '/users/:user',
      handle(call) {
        removeUser(service, call.app, userOf(store, call));
        return { body: {} };
      },
    },
    {
      method: 'DELETE',
      path: '/users/:user/personalinformation',
      handle(call) {
        const user = userOf(store, call);
        clearPersonalInformation(user);
        return show(user);
      },
    },
    {
      method: 'POST',
      path: '/users/:zendeskId/sync',
      async handle(call) {
        const surviving = optionalString(await jsonBody(call.request), 'survivingZendeskId');
        const user = userWithZendeskId(store, call, parameter(call, 'zendeskId'));
        if (surviving === undefined) return show(user);
        const other = userWithZendeskId(store, call, surviving);
        if (other !== user)
          mergeUsers(service, call.app, { surviving: other, discarded: user, reason: 'api' });
        return show(other);
      },
    },
  ];
}
