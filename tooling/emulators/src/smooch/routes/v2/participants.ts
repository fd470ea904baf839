import { ApiError, badRequest } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { optionalString } from '../../input/fields.js';
import { readParticipant } from '../../input/v2/conversation.js';
import { readUser } from '../../input/v2/user-reference.js';
import type { Service } from '../../service.js';
import { newParticipant, participates } from '../../state/conversations.js';
import type { Conversation, User } from '../../state/model/index.js';
import { viewParticipant } from '../../views/v2/index.js';
import type { AppCall, V2Route } from '../route.js';
import { pageOf } from './paging.js';
import { conversationOf } from './targets.js';

const participantLimit = 10;

export function participantRoutes(service: Service): V2Route[] {
  const { store } = service;
  const tell = (
    kind: 'conversation:join' | 'conversation:leave',
    { app }: AppCall,
    conversation: Conversation,
    user: User,
  ): void => service.publish({ kind, app, conversation, user, client: undefined });
  return [
    {
      method: 'GET',
      path: '/conversations/:conversation/participants',
      handle(call) {
        const page = pageOf(service, call, conversationOf(store, call).participants);
        const participants = page.items.map((participant) => viewParticipant(store, participant));
        return { body: { participants, ...page.envelope } };
      },
    },
    {
      method: 'POST',
      path: '/conversations/:conversation/join',
      async handle(call) {
        const body = await jsonBody(call.request);
        const conversation = conversationOf(store, call);
        requireGroup(conversation, 'joined');
        const { subscribeSDKClient } = readParticipant(body, conversation.type);
        const user = readUser(store, call.app.id, body);
        if (participates(conversation, user.id)) throw badRequest('User is already a participant');
        if (conversation.participants.length >= participantLimit) throw badRequest('Too many participants');
        const participant = newParticipant(service, { user, subscribeSDKClient });
        conversation.participants = [...conversation.participants, participant];
        tell('conversation:join', call, conversation, user);
        return { status: 201, body: { participant: viewParticipant(store, participant) } };
      },
    },
    {
      method: 'POST',
      path: '/conversations/:conversation/leave',
      async handle(call) {
        const body = await jsonBody(call.request);
        const conversation = conversationOf(store, call);
        requireGroup(conversation, 'left');
        const participantId = optionalString(body, 'participantId');
        const userId = participantId === undefined ? readUser(store, call.app.id, body).id : undefined;
        const leaving = conversation.participants.find(
          (participant) => participant.id === participantId || participant.userId === userId,
        );
        const user = store.users.get(leaving?.userId ?? '');
        if (leaving === undefined || user === undefined) throw notAMember();
        conversation.participants = conversation.participants.filter((other) => other !== leaving);
        tell('conversation:leave', call, conversation, user);
        return { body: {} };
      },
    },
  ];
}

function requireGroup({ type }: Conversation, done: string): void {
  if (type === 'personal') throw badRequest(`Conversations of type personal cannot be ${done}`);
}

function notAMember(): ApiError {
  return new ApiError(404, 'not_found', 'User is not a member of the conversation');
}
