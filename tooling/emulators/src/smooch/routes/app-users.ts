import { optionalBoolean, requiredString } from '../input/fields.js';
import { jsonBody } from '../input/body.js';
import { readUserInput } from '../input/user.js';
import type { Service } from '../service.js';
import { defaultConversation } from '../state/conversations.js';
import type { User } from '../state/model/index.js';
import { createUser, removeUser, requireUser, updateUser } from '../state/users.js';
import { parameter, type Call, type Reply, type Route } from './route.js';

export function appUserRoutes(service: Service): Route[] {
  const { store } = service;
  const target = (call: Call): User => requireUser(store, call.app.id, parameter(call, 'user'));
  const show = (call: Call, user: User): Pick<Reply, 'body'> => ({
    body: { appUser: call.views.appUser(user, defaultConversation(store, user)) },
  });

  return [
    {
      method: 'POST',
      reach: 'integration',
      path: '/appusers',
      async handle(call) {
        const body = await jsonBody(call.request);
        const userId = requiredString(body, 'userId');
        const input = readUserInput(body);
        const credentialRequired =
          call.version === 'v1' && optionalBoolean(body, 'credentialRequired') === true;
        const user = createUser(service, call.app.id, { ...input, externalId: userId, credentialRequired });
        return { status: 201, ...show(call, user) };
      },
    },
    {
      method: 'GET',
      reach: 'integration',
      path: '/appusers/:user',
      openToAppUser: true,
      handle: (call) => show(call, target(call)),
    },
    {
      method: 'PUT',
      reach: 'integration',
      path: '/appusers/:user',
      openToAppUser: true,
      async handle(call) {
        const input = readUserInput(await jsonBody(call.request));
        const user = target(call);
        updateUser(user, input);
        return { ...show(call, user), pollInterval: 60 };
      },
    },
    {
      method: 'DELETE',
      reach: 'integration',
      path: '/appusers/:user',
      openToAppUser: true,
      handle(call) {
        removeUser(service, call.app, target(call));
        return { body: {} };
      },
    },
  ];
}
