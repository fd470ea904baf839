import { isDevice } from '../auth/authorize.js';
import { forbidden } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { readMessage, type Role } from '../input/message.js';
import type { Service } from '../service.js';
import { clearMessages, keptMessages, removeMessage, requireConversation } from '../state/conversations.js';
import { postMessage, type Added } from '../state/messages.js';
import type { User } from '../state/model/index.js';
import { requireUser } from '../state/users.js';
import { present } from '../views/common/wire.js';
import { pageOf } from './paging.js';
import { parameter, type Call, type Reply, type Route } from './route.js';

export function messageRoutes(service: Service): Route[] {
  const { store } = service;
  const target = (call: Call): User => requireUser(store, call.app.id, parameter(call, 'user'));

  return [
    {
      method: 'GET',
      reach: 'integration',
      path: '/appusers/:user/messages',
      openToAppUser: true,
      handle(call) {
        const user = target(call);
        const conversation = requireConversation(store, user);
        const page = pageOf(keptMessages(conversation), call.query);
        const link = (query: string | undefined): string | undefined =>
          query === undefined ? undefined : `${service.url()}${call.path}?${query}`;
        return {
          body: present({
            conversation: call.views.conversation(conversation, user.id),
            messages: page.messages.map((message) => call.views.message(message)),
            next: link(page.next),
            previous: link(page.previous),
          }),
          pollInterval: 30,
        };
      },
    },
    {
      method: 'POST',
      reach: 'integration',
      path: '/appusers/:user/messages',
      openToAppUser: true,
      async handle(call) {
        const input = readMessage(await jsonBody(call.request), call.version, service.ids);
        requireRole(call, input.role);
        const user = target(call);
        return messageReply(call, user, postMessage(service, call.app, user, input));
      },
    },
    {
      method: 'DELETE',
      reach: 'integration',
      path: '/appusers/:user/messages',
      openToAppUser: true,
      handle(call) {
        clearMessages(service, requireConversation(store, target(call)));
        return { body: {} };
      },
    },
    {
      method: 'DELETE',
      reach: 'integration',
      path: '/appusers/:user/messages/:message',
      openToAppUser: true,
      handle(call) {
        removeMessage(service, requireConversation(store, target(call)), parameter(call, 'message'));
        return { body: {} };
      },
    },
  ];
}

/** Nobody speaks for the business with a token that was made for a user. */
export function requireRole(call: Call, role: Role): void {
  if (isDevice(call.caller) && role !== 'appUser') throw forbidden();
}

export function messageReply(call: Call, user: User, { message, extraMessages, conversation }: Added): Reply {
  return {
    status: 201,
    body: present({
      message: call.views.message(message),
      extraMessages:
        extraMessages.length === 0 ? undefined : extraMessages.map((extra) => call.views.message(extra)),
      conversation: call.views.conversation(conversation, user.id),
    }),
    pollInterval: 30,
  };
}
