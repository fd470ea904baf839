import type { Service } from '../service.js';
import { sourceOf } from './clients.js';
import { defaultConversation, startConversation } from './conversations.js';
import type { Action, App, Client, MenuItem, User } from './model/index.js';
import { postBack } from './presses.js';

/** The channels that show a menu beside conversations. */
const channelsWithMenu = new Set(['messenger', 'wechat']);

/**
 * The user presses a line of the menu beside the conversation, which is that of the integration or else that of the app. False
 * when there is no such line.
 */
export function pressMenu(service: Service, app: App, user: User, client: Client, id: string): boolean {
  if (!channelsWithMenu.has(client.type)) return false;
  const { store } = service;
  const menu = store.integrations.get(client.integrationId)?.menu ?? app.menu;
  const item = menu.items.flatMap((line) => [line].concat(line.items ?? [])).find((line) => line.id === id);
  if (item === undefined) return false;
  if (item.type === 'postback') chooseItem(service, app, user, client, item);
  return true;
}

function chooseItem(service: Service, app: App, user: User, client: Client, item: MenuItem): void {
  const conversation =
    defaultConversation(service.store, user) ??
    startConversation(service, app, {
      type: 'personal',
      participants: [{ user, subscribeSDKClient: false }],
      reason: 'startConversation',
      source: sourceOf(client),
      client,
    });
  const action: Action = {
    id: item.id,
    type: 'postback',
    text: item.text,
    uri: undefined,
    payload: item.payload,
    amount: undefined,
    currency: undefined,
    state: undefined,
    metadata: undefined,
    channelOptions: {},
  };
  postBack(service, app, user, client, { action, message: undefined, conversation });
}
