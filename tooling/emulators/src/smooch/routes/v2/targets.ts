import { notFound } from '../../errors.js';
import type { Conversation, Integration, User } from '../../state/model/index.js';
import { requireIntegration } from '../../state/integrations.js';
import type { Store } from '../../state/store.js';
import { requireUser } from '../../state/users.js';
import { parameter, type AppCall } from '../route.js';

/** The user that the path names, of the brand that the query does. */
export function userOf(store: Store, call: AppCall): User {
  const brandId = call.query.get('brandId') ?? undefined;
  return requireUser(store, call.app.id, parameter(call, 'user'), brandId);
}

/** The user whom Zendesk knows by this id. */
export function userWithZendeskId(store: Store, { app }: AppCall, zendeskId: string): User {
  const found = [...store.users.values()].find(
    (user) => user.appId === app.id && user.zendeskId === zendeskId,
  );
  if (found === undefined) throw notFound('App user');
  return found;
}

export function conversationOf(store: Store, call: AppCall): Conversation {
  const conversation = store.conversations.get(parameter(call, 'conversation'));
  if (conversation?.appId !== call.app.id) throw notFound('Conversation');
  return conversation;
}

/** The integration that the path names; `me` is that of the caller. */
export function integrationOf(store: Store, call: AppCall): Integration {
  const named = parameter(call, 'integration');
  const { caller } = call;
  const id = named === 'me' && caller.scope === 'integration' ? caller.integrationId : named;
  return requireIntegration(store, call.app.id, id);
}
