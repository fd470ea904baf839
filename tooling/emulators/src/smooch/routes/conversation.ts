import { jsonBody } from '../input/body.js';
import { requiredWord } from '../input/fields.js';
import type { Service } from '../service.js';
import { seeActivity } from '../state/activity.js';
import { requireConversation } from '../state/conversations.js';
import type { Conversation, User } from '../state/model/index.js';
import { requireUser } from '../state/users.js';
import { parameter, type Call, type Reply, type Route } from './route.js';

export const activityTypes = ['typing:start', 'typing:stop', 'conversation:read'] as const;

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
      reach: 'integration',
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
      reach: 'integration',
      path: '/appusers/:user/conversation/activity',
      async handle(call) {
        const body = await jsonBody(call.request);
        requiredWord(body, 'role', ['appMaker']);
        const type = requiredWord(body, 'type', activityTypes);
        const { user, conversation } = target(call);
        if (type === 'conversation:read') conversation.businessLastRead = clock.now();
        return show(call, user, conversation);
      },
    },
    {
      method: 'POST',
      reach: 'integration',
      path: '/appusers/:user/conversation/read',
      openToAppUser: true,
      handle(call) {
        const { user, conversation } = target(call);
        seeActivity(service, call.app, conversation, user, 'conversation:read');
        return { body: {} };
      },
    },
  ];
}
