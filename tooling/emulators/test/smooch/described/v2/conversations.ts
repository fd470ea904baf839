import type { Asked } from '../asked.js';
import { nora, type Maker, type World } from '../v2-world.js';

export function ofConversations(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/conversations/{conversationId}';
  const inOne = async ({ conversation }: World): Promise<Asked> => ({
    at: { conversationId: await conversation() },
  });
  const withJson =
    (json: object): Maker =>
    async (world) => ({ ...(await inOne(world)), json });
  const data = [{ event_name: 'Purchase', event_time: 1_726_164_000 }];
  return {
    'POST /v2/apps/{appId}/conversations': async ({ user }) => ({
      json: {
        type: 'sdkGroup',
        participants: [{ userId: await user(), subscribeSDKClient: true }],
        displayName: 'Walk',
        description: 'On Sunday',
        iconUrl: 'https://example.com/walk.png',
        metadata: { a: 1 },
      },
    }),
    'GET /v2/apps/{appId}/conversations': () => ({ query: { 'filter[userExternalId]': nora } }),
    [`GET ${path}`]: inOne,
    [`PATCH ${path}`]: withJson({ displayName: 'Walk', description: null, metadata: { a: 1 } }),
    [`DELETE ${path}`]: async ({ group }) => ({ at: { conversationId: await group() } }),
    [`POST ${path}/join`]: async ({ group, user }) => ({
      at: { conversationId: await group() },
      json: { userId: await user(), subscribeSDKClient: false },
    }),
    [`GET ${path}/participants`]: inOne,
    async [`POST ${path}/leave`]({ make, user }) {
      const userId = await user();
      const participants = [{ userId, subscribeSDKClient: false }];
      const conversationId = await make(
        '/conversations',
        { type: 'sdkGroup', participants },
        'conversation',
        'id',
      );
      return { at: { conversationId }, json: { userId } };
    },
    [`POST ${path}/messages`]: withJson({
      author: {
        type: 'business',
        displayName: 'Ann',
        avatarUrl: 'https://example.com/a.png',
        subtypes: ['AI'],
      },
      content: {
        type: 'text',
        markdownText: '**Hello**',
        actions: [{ type: 'link', text: 'Look', uri: 'https://example.com' }],
      },
      metadata: { a: 1 },
    }),
    async [`GET ${path}/messages`]({ conversation, message }) {
      const conversationId = await conversation();
      await message(conversationId);
      return { at: { conversationId } };
    },
    [`DELETE ${path}/messages`]: inOne,
    async [`DELETE ${path}/messages/{messageId}`]({ conversation, message }) {
      const conversationId = await conversation();
      return { at: { conversationId, messageId: await message(conversationId) } };
    },
    [`POST ${path}/activity`]: withJson({ author: { type: 'business' }, type: 'typing:start' }),
    async [`POST ${path}/passControl`](world) {
      const { seat } = await world.switchboard();
      return { ...(await inOne(world)), json: { switchboardIntegration: seat, metadata: { a: 1 } } };
    },
    [`POST ${path}/releaseControl`]: withJson({ metadata: { a: 1 } }),
    async [`POST ${path}/offerControl`](world) {
      const { seat } = await world.switchboard();
      return { ...(await inOne(world)), json: { switchboardIntegration: seat } };
    },
    [`POST ${path}/acceptControl`]: withJson({ metadata: { a: 1 } }),
    [`POST ${path}/download`]: async (world) => ({
      ...(await inOne(world)),
      json: {
        userId: await world.user(),
        apple: { interactiveDataRef: { url: 'u', bid: 'b', key: 'k', signature: 's', owner: 'o' } },
      },
    }),
    [`POST ${path}/conversionEvents`]: withJson({ messenger: { payload: { data } } }),
  };
}
