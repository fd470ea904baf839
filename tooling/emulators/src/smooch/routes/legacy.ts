import { requireUnsecured } from '../auth/authorize.js';
import { forbidden, notFound } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { readDevice, readDeviceChange } from '../input/device.js';
import { optionalString, requiredString } from '../input/fields.js';
import { readMessage } from '../input/message.js';
import type { Service } from '../service.js';
import { addClient, changeDevice, isSdk } from '../state/clients.js';
import { defaultConversation, requireConversation } from '../state/conversations.js';
import { postMessage } from '../state/messages.js';
import type { Conversation, Message, User } from '../state/model/index.js';
import { createUser, findUser, requireUser } from '../state/users.js';
import { viewClient } from '../views/common/client.js';
import { viewConversation2015, viewInit, viewMessage2015 } from '../views/v1-2015/index.js';
import { postImage } from './images.js';
import { requireRole } from './messages.js';
import { parameter, type Call, type Reply, type Route } from './route.js';

/** What the calls of 2015 have in common: they are of v1, and know no app in the path. */
const retired = { versions: ['v1'], paths: 'short only', openToAppUser: true } as const;

/** Routes that the service has taken away, with their answers of 2015. */
export function legacyRoutes(service: Service): Route[] {
  const { store } = service;
  return [
    {
      ...retired,
      method: 'POST',
      path: '/init',
      async handle(call) {
        const body = await jsonBody(call.request);
        const device = readDevice(body);
        const userId = userIdFor(call, optionalString(body, 'userId'));
        const known =
          userId === undefined
            ? userOfDevice(service, call.app.id, device.channelId)
            : findUser(store, call.app.id, userId);
        requireUnsecured(call.caller, known);
        const user = known ?? createUser(service, call.app.id, { externalId: userId });
        if (call.caller.scope === 'appUser') user.isSecured = true;
        const client = user.clients.find(({ channelId }) => channelId === device.channelId);
        if (client === undefined) addClient(service, user, device);
        else changeDevice(service, client, device);
        return {
          status: known === undefined ? 201 : 200,
          body: viewInit(user, defaultConversation(store, user)),
        };
      },
    },
    {
      ...retired,
      method: 'PUT',
      path: '/appusers/:user/devices/:device',
      async handle(call) {
        const change = readDeviceChange(await jsonBody(call.request));
        const user = requireUser(store, call.app.id, parameter(call, 'user'));
        const id = parameter(call, 'device');
        const device = user.clients.find((client) => isSdk(client) && client.channelId === id);
        if (device === undefined) throw notFound('Device');
        changeDevice(service, device, change);
        return { body: { device: viewClient(device) } };
      },
    },
    eventRoute(service, '/appusers/:user/events'),
    // So the first library of the service called it.
    eventRoute(service, '/appusers/:user/event'),
    {
      ...retired,
      method: 'GET',
      path: '/appusers/:user/conversation',
      handle(call) {
        const user = requireUser(store, call.app.id, parameter(call, 'user'));
        return { body: { conversation: viewConversation2015(requireConversation(store, user)) } };
      },
    },
    {
      ...retired,
      method: 'POST',
      path: '/appusers/:user/conversation/messages',
      async handle(call) {
        const input = readMessage(await jsonBody(call.request), call.version, service.ids);
        requireRole(call, input.role);
        const user = requireUser(store, call.app.id, parameter(call, 'user'));
        return reply2015(postMessage(service, call.app, user, input));
      },
    },
    {
      ...retired,
      method: 'POST',
      path: '/appusers/:user/conversation/images',
      handle: async (call) => reply2015(await postImage(service, call)),
    },
  ];
}

/** Something that a user did elsewhere. Only rules of the business made messages of that, and here there are none. */
function eventRoute({ store }: Service, path: string): Route {
  return {
    ...retired,
    method: 'POST',
    path,
    async handle(call) {
      requiredString(await jsonBody(call.request), 'name');
      requireUser(store, call.app.id, parameter(call, 'user'));
      return { status: 201, body: { conversationUpdated: false } };
    },
  };
}

/** A token for one user introduces a device for that user and nobody else. */
function userIdFor(call: Call, asked: string | undefined): string | undefined {
  if (call.caller.scope !== 'appUser') return asked;
  if (asked !== undefined && asked !== call.caller.userId) throw forbidden();
  return call.caller.userId;
}

function userOfDevice(service: Service, appId: string, channelId: string): User | undefined {
  return [...service.store.users.values()].find(
    (user) => user.appId === appId && user.clients.some((client) => client.channelId === channelId),
  );
}

function reply2015(added: { readonly conversation: Conversation; readonly message: Message }): Reply {
  return {
    status: 201,
    body: {
      conversation: viewConversation2015(added.conversation),
      message: viewMessage2015(added.message),
    },
    pollInterval: 30,
  };
}
