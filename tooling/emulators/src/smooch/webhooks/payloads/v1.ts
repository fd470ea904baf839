import type { User } from '../../state/model.js';
import { viewMessage } from '../../views/common/message.js';
import { present, seconds, type Wire } from '../../views/common/wire.js';
import { viewAppUser } from '../../views/v1/app-user.js';
import type { DomainEvent } from '../events.js';

/** What a v1 webhook is sent: the whole app user beside a message, the short one beside a delivery report. */
export function v1Payload(event: DomainEvent, trigger: string): Wire {
  const { app, user, conversation, message } = event;
  const common = { trigger, app: { _id: app.id }, messages: [viewMessage(message)] };
  if (event.kind === 'message') return { ...common, appUser: viewAppUser(user, conversation) };
  return present({
    ...common,
    appUser: shortAppUser(user),
    destination: { type: event.client.type },
    error: event.error,
    timestamp: seconds(event.at),
  });
}

function shortAppUser(user: User): Wire {
  return present({ _id: user.id, userId: user.externalId });
}
