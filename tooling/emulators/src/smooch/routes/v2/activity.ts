import { badRequest } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { requiredWord } from '../../input/fields.js';
import { readAuthor } from '../../input/v2/message.js';
import { readUser } from '../../input/v2/user-reference.js';
import type { Service } from '../../service.js';
import { seeActivity } from '../../state/activity.js';
import { participates } from '../../state/conversations.js';
import { activityTypes } from '../conversation.js';
import type { V2Route } from '../route.js';
import { conversationOf } from './targets.js';

export function activityRoutes(service: Service): V2Route[] {
  const { store, clock } = service;
  return [
    {
      method: 'POST',
      path: '/conversations/:conversation/activity',
      async handle(call) {
        const body = await jsonBody(call.request);
        const author = readAuthor(body);
        const type = requiredWord(body, 'type', activityTypes);
        const conversation = conversationOf(store, call);
        if (author.type === 'business') {
          if (type === 'conversation:read') conversation.businessLastRead = clock.now();
          return { body: {} };
        }
        if (type !== 'conversation:read') {
          throw badRequest('Only activities of type conversation:read are allowed for a user author');
        }
        const user = readUser(store, call.app.id, author.body);
        if (!participates(conversation, user.id)) {
          throw badRequest('User is not a member of the conversation');
        }
        seeActivity(service, call.app, conversation, user, type);
        return { body: {} };
      },
    },
  ];
}
