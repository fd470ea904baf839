import { badRequest, notFound } from '../errors.js';
import { integrationKinds, sdkKinds } from '../input/integration-kinds.js';
import type { Service } from '../service.js';
import type { Fields, Integration } from './model/index.js';
import type { Store } from './store.js';
import { removeWebhook } from './webhooks.js';

export interface NewIntegration {
  readonly type: string;
  readonly displayName?: string | undefined;
  readonly fields?: Fields;
  readonly defaultResponderId?: string | undefined;
  readonly showAIDisclaimer?: boolean | undefined;
  readonly fromAdminCenter?: boolean;
  readonly oauthClientId?: string | undefined;
}

export function createIntegration(
  service: Pick<Service, 'ids' | 'store'>,
  appId: string,
  input: NewIntegration,
): Integration {
  const integration: Integration = {
    id: service.ids.object(),
    appId,
    type: input.type,
    displayName: input.displayName,
    status: 'active',
    fields: input.fields ?? {},
    defaultResponderId: input.defaultResponderId,
    showAIDisclaimer: input.showAIDisclaimer ?? true,
    fromAdminCenter: input.fromAdminCenter ?? false,
    oauthClientId: input.oauthClientId,
    menu: undefined,
    profile: {},
    messageTemplates: [],
  };
  service.store.integrations.set(integration.id, integration);
  useDeployment(service.store, integration);
  return integration;
}

/** The number of an integration with WhatsApp is that of its deployment, which is taken from then on. */
function useDeployment(store: Store, integration: Integration): void {
  const { deploymentId } = integration.fields;
  const deployment = typeof deploymentId === 'string' ? store.deployments.get(deploymentId) : undefined;
  if (deployment?.status !== 'registered') return;
  deployment.status = 'integrated';
  integration.fields = { ...integration.fields, phoneNumber: deployment.phoneNumber };
}

export function integrationsOf(store: Store, appId: string): Integration[] {
  return [...store.integrations.values()].filter((integration) => integration.appId === appId);
}

export function requireIntegration(store: Store, appId: string, id: string): Integration {
  const integration = store.integrations.get(id);
  if (integration?.appId !== appId) throw notFound('Integration');
  return integration;
}

/** One with WhatsApp, which has what no other has. */
export function requireWhatsApp(store: Store, appId: string, id: string): Integration {
  const integration = requireIntegration(store, appId, id);
  if (integration.type !== 'whatsapp') throw badRequest('The integration is not one of type whatsapp');
  return integration;
}

/** The integration that connects the app to a type of channel, made when somebody first comes by it. */
export function integrationOfType(
  service: Pick<Service, 'ids' | 'store'>,
  appId: string,
  type: string,
): Integration {
  return (
    integrationsOf(service.store, appId).find((integration) => integration.type === type) ??
    createIntegration(service, appId, {
      type,
      fields: likelyFields(service, type),
      fromAdminCenter: sdkKinds.has(type),
    })
  );
}

/** The settings of an integration that nobody made by hand: what somebody would have given, and what the channel tells. */
function likelyFields({ ids }: Pick<Service, 'ids'>, type: string): Fields {
  const kind = integrationKinds[type];
  if (kind === undefined) return {};
  const given = kind.required.filter((name) => kind.shown.includes(name));
  return {
    ...kind.defaults,
    ...Object.fromEntries(given.map((name) => [name, ids.number(15)])),
    ...kind.learnt?.(ids),
  };
}

/** Takes an integration away, with its webhooks, its keys and the channels of users on it. */
export function removeIntegration(service: Service, { id }: Integration): void {
  const { store } = service;
  store.integrations.delete(id);
  for (const webhook of store.webhooks.values()) {
    if (webhook.integrationId === id) removeWebhook(service, webhook);
  }
  for (const key of store.keys.values()) {
    if (key.integrationId === id) store.keys.delete(key.id);
  }
  for (const user of store.users.values()) {
    user.clients = user.clients.filter((client) => client.integrationId !== id);
  }
}
