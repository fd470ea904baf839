import { defaultConversation } from '../../state/conversations.js';
import type { User } from '../../state/model/index.js';
import type { Store } from '../../state/store.js';
import { viewMessage } from '../../views/common/message.js';
import { present, seconds, type Wire } from '../../views/common/wire.js';
import { viewAppUser } from '../../views/v1/app-user.js';
import type { DomainEvent } from '../events.js';
import { userOf } from '../subjects.js';
import { viewLegacyEvent, viewShortUser } from './legacy.js';

/** Events that are about where a user can be reached, of whom no more than the ids is told. */
const aboutReach: ReadonlySet<DomainEvent['kind']> = new Set([
  'client:update',
  'client:remove',
  'delivery',
  'referral',
]);

/** Events that did not say when. */
const timeless: ReadonlySet<DomainEvent['kind']> = new Set([
  'client:update',
  'client:remove',
  'postback',
  'user:merge',
]);

/** What a v1 webhook is sent: mostly with the whole app user. */
export function v1Payload(store: Store, event: DomainEvent, trigger: string): Wire {
  const common = { trigger, app: { _id: event.app.id } };
  if (event.kind === 'delivery') {
    return present({
      ...common,
      messages: [viewMessage(event.message)],
      appUser: viewShortUser(event.user),
      destination: { type: event.client.type },
      error: event.error,
      timestamp: seconds(event.at),
    });
  }
  const user = userOf(event);
  const what = event.kind === 'message' ? { messages: [viewMessage(event.message)] } : viewLegacyEvent(event);
  return present({
    ...common,
    ...what,
    ...(timeless.has(event.kind) ? { timestamp: undefined } : {}),
    appUser:
      user === undefined || event.kind === 'user:merge' ? undefined : viewEventUser(store, event, user),
  });
}

function viewEventUser(store: Store, { kind }: DomainEvent, user: User): Wire {
  return aboutReach.has(kind) ? viewShortUser(user) : viewAppUser(user, defaultConversation(store, user));
}
