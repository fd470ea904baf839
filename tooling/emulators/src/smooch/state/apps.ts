import { paymentRequired } from '../errors.js';
import type { Service } from '../service.js';
import { integrationsOf, removeIntegration } from './integrations.js';
import type { App, AppSettings, Menu, Metadata } from './model/index.js';
import { switchboardOf, removeSwitchboard } from './switchboards.js';
import { removeWebhook } from './webhooks.js';

/** What an app is like when its maker says nothing. */
export const defaultSettings: AppSettings = {
  conversationRetentionSeconds: 0,
  maskCreditCardNumbers: true,
  useAnimalNames: false,
  echoPostback: false,
  ignoreAutoConversationStart: false,
  multiConvoEnabled: false,
  appLocalizationEnabled: false,
  endSessionEnabled: false,
  disableConversationReopen: false,
  attachmentsAccess: 'public',
};

export const emptyMenu: Menu = { items: [], settings: undefined };

export interface NewApp {
  readonly name: string;
  readonly settings: Partial<AppSettings>;
  readonly metadata: Metadata;
  readonly serviceAccountId?: string | undefined;
}

/** Makes an app, of which the plan of the account allows so many. */
export function createApp(service: Service, input: NewApp): App {
  const { store, ids, switches } = service;
  if (store.apps.size >= switches.appLimit) {
    throw paymentRequired('Your account has reached the maximum number of apps for your subscription plan');
  }
  const id = ids.object();
  const app: App = {
    id,
    name: input.name,
    token: ids.appToken(),
    subdomain: `app-${id.slice(-6)}`,
    settings: { ...defaultSettings, ...input.settings },
    metadata: input.metadata,
    menu: emptyMenu,
    serviceAccountId: input.serviceAccountId,
  };
  store.apps.set(app.id, app);
  return app;
}

/** Takes an app away with everything in it. Nobody is told: those who could be are gone, too. */
export function removeApp(service: Service, app: App): void {
  const { store } = service;
  const isIts = ({ appId }: { readonly appId: string | undefined }): boolean => appId === app.id;
  for (const integration of integrationsOf(store, app.id)) removeIntegration(service, integration);
  for (const webhook of [...store.webhooks.values()].filter(isIts)) removeWebhook(service, webhook);
  const switchboard = switchboardOf(store, app.id);
  if (switchboard !== undefined) removeSwitchboard(store, switchboard);
  for (const key of [...store.keys.values()].filter(isIts)) store.keys.delete(key.id);
  for (const user of [...store.users.values()].filter(isIts)) store.users.delete(user.id);
  for (const { id } of [...store.conversations.values()].filter(isIts)) store.conversations.delete(id);
  for (const { path } of [...store.attachments.values()].filter(isIts)) store.attachments.delete(path);
  for (const { id } of [...store.templates.values()].filter(isIts)) store.templates.delete(id);
  store.apps.delete(app.id);
}
