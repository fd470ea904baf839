import { notFound } from '../errors.js';
import type { Service } from '../service.js';
import { conversationsOf } from './conversations.js';
import { receiveMessage } from './messages.js';
import { actionsOf, withActions } from './buttons.js';
import type { Action, App, Client, Conversation, Message, User } from './model/index.js';

/** A button where it stands. */
export interface Button {
  readonly action: Action;
  readonly message: Message;
  readonly conversation: Conversation;
}

/** The button of this id in what the user was sent. */
export function requireButton({ store }: Service, user: User, actionId: string): Button {
  for (const conversation of conversationsOf(store, user.id)) {
    for (const message of conversation.messages) {
      const action = actionsOf(message.content).find(({ id }) => id === actionId);
      if (action !== undefined) return { action, message, conversation };
    }
  }
  throw notFound('Action');
}

/** The user presses a button. Links lead out of the conversation, so there nobody hears of it. */
export function press(service: Service, app: App, user: User, client: Client, button: Button): void {
  const { action } = button;
  switch (action.type) {
    case 'postback':
      postBack(service, app, user, client, button);
      return;
    case 'reply': {
      const content = { type: 'text', text: action.text, actions: [] } as const;
      receiveMessage(service, app, user, client, {
        content,
        payload: action.payload,
        metadata: action.metadata,
        conversation: button.conversation,
      });
      return;
    }
    case 'buy':
      pay(service, app, user, client, button);
      return;
    case 'link':
    case 'locationRequest':
    case 'share':
    case 'webview':
  }
}

/** Tells the business what a button says, and the conversation as well where the app has it so. */
export function postBack(
  service: Service,
  app: App,
  user: User,
  client: Client,
  {
    action,
    message,
    conversation,
  }: Pick<Button, 'action' | 'conversation'> & { readonly message: Message | undefined },
): void {
  const at = service.clock.now();
  service.publish({ kind: 'postback', app, user, client, conversation, message, action, at });
  if (!app.settings.echoPostback) return;
  const content = { type: 'text', text: action.text, actions: [] } as const;
  const { payload, metadata } = action;
  receiveMessage(service, app, user, client, { content, payload, metadata, conversation });
}

/** What was offered is paid for, and the button says so from now on. */
export function pay(
  service: Service,
  app: App,
  user: User,
  client: Client | undefined,
  { action, message, conversation }: Button,
): void {
  if (action.state === 'paid') return;
  const paid: Action = { ...action, state: 'paid' };
  message.content = withActions(message.content, (candidate) => (candidate === action ? paid : candidate));
  user.hasPaymentInfo = true;
  service.publish({
    kind: 'payment',
    app,
    user,
    client,
    conversation,
    message,
    action: paid,
    chargeId: `ch_${service.ids.number(16)}`,
    at: service.clock.now(),
  });
}
