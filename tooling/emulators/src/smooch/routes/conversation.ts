import { jsonBody } from '../input/body.js';
import { requiredWord } from '../input/fields.js';
import type { Service } from '../service.js';
import { readByUser, requireConversation } from '../state/conversations.js';
import type { Conversation, User } from '../state/model.js';
import { requireUser } from '../state/users.js';
import { parameter, type Call, type Reply, type Route } from './route.js';

const activities = ['typing:start', 'typing:stop', 'conversation:read'] as const;

export function conversationRoutes(service: Service): Route[] {
  const { store, clock } = service;
  const target = (call: Call): { user: User; conversation: Conversation } => {
    const user = requireUser(store, call.app.id, parameter(call, 'user'));
    return { user, conversation: requireConversation(store, user) };
  };
  const show = (call: Call, user: User, conversation: Conversation): Reply => ({
    body: { conversation: call.views.conversation(conversation, user.id) },
  });

  return [
    {
      method: 'GET',
      path: '/appusers/:user/conversation',
      // On v1 this was another route, with all messages in the answer, and is gone.
      versions: ['v1.1'],
      openToAppUser: true,
      handle(call) {
        const { user, conversation } = target(call);
        return show(call, user, conversation);
      },
    },
    {
      method: 'POST',
      path: '/appusers/:user/conversation/activity',
      async handle(call) {
        const body = await jsonBody(call.request);
        requiredWord(body, 'role', ['appMaker']);
        const type = requiredWord(body, 'type', activities);
        const { user, conversation } = target(call);
        if (type === 'conversation:read') conversation.businessLastRead = clock.now();
        return show(call, user, conversation);
      },
    },
    {
      method: 'POST',
      path: '/appusers/:user/conversation/read',
      openToAppUser: true,
      handle(call) {
        const { user, conversation } = target(call);
        readByUser(conversation, user.id, clock.now());
        return { body: {} };
      },
    },
  ];
}
