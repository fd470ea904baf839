import { listAt, textAt } from '../../json.js';
import { startApi, type Answer, type Api, type CallOptions } from '../support.js';
import type { SmoochEmulatorOptions } from '../../../src/smooch/index.js';

export interface V2Api extends Api {
  /** The path of the seeded app. */
  readonly app: string;
  /** Calls below the path of the seeded app. */
  readonly ask: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  /** Makes a user and gives the id. */
  readonly newUser: (externalId?: string) => Promise<string>;
  /** Makes a conversation of these users and gives its id. */
  readonly newConversation: (type: 'personal' | 'sdkGroup', ...userIds: readonly string[]) => Promise<string>;
  /** Posts a text of the business and gives the id of the message. */
  readonly say: (conversationId: string, text: string) => Promise<string>;
  /** The default conversation of a seeded user. */
  readonly conversationOf: (reference: string) => Promise<string>;
}

/** An emulator, and a way to call its v2. */
export async function startV2(options: SmoochEmulatorOptions = {}): Promise<V2Api> {
  const api = await startApi(options);
  const app = `/v2/apps/${api.emulator.credentials.appId}`;
  const ask = (method: string, path: string, how?: CallOptions): Promise<Answer> =>
    api.call(method, app + path, how);
  return {
    ...api,
    app,
    ask,
    async newUser(externalId) {
      const json = externalId === undefined ? {} : { externalId };
      return textAt((await ask('POST', '/users', { json })).body, 'user', 'id');
    },
    async newConversation(type, ...userIds) {
      const participants = userIds.map((userId) =>
        type === 'sdkGroup' ? { userId, subscribeSDKClient: false } : { userId },
      );
      const { body } = await ask('POST', '/conversations', { json: { type, participants } });
      return textAt(body, 'conversation', 'id');
    },
    async say(conversationId, text) {
      const json = { author: { type: 'business' }, content: { type: 'text', text } };
      const { body } = await ask('POST', `/conversations/${conversationId}/messages`, { json });
      return textAt(body, 'messages', 0, 'id');
    },
    async conversationOf(reference) {
      const query = `filter[userExternalId]=${encodeURIComponent(reference)}`;
      const { body } = await ask('GET', `/conversations?${query}`);
      return textAt(listAt(body, 'conversations')[0], 'id');
    },
  };
}

/** The body of a refusal of v2. */
export function refusalV2(code: string, title: string): object {
  return { errors: [{ code, title }] };
}
