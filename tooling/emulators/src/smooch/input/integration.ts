import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import type { NewIntegration } from '../state/integrations.js';
import type { ApiVersion, Fields, Integration } from '../state/model/index.js';
import { clearableString, optionalBoolean, type Body } from './fields.js';
import { integrationKinds, type IntegrationKind } from './integration-kinds.js';

/** An integration that is to be made, with what it needs checked. */
export function readIntegration(body: Body, version: ApiVersion, ids: Ids): NewIntegration {
  const type = body['type'];
  const kind = typeof type === 'string' ? integrationKinds[type] : undefined;
  if (typeof type !== 'string' || kind?.versions.includes(version) !== true) {
    throw badRequest('Invalid integration type');
  }
  const more = version === 'v2' ? kind.requiredInV2 : kind.requiredBefore;
  for (const name of [...kind.required, ...(more ?? [])]) requireField(body, name);
  if (type === 'twilio') requireSender(body);
  if (type === 'whatsapp' && version !== 'v2') requireDeployment(body);
  return {
    type,
    displayName: clearableString(body, 'displayName', 100) ?? undefined,
    fields: { ...kind.defaults, ...shownOf(kind, body), ...kind.learnt?.(ids) },
    defaultResponderId: clearableString(body, 'defaultResponderId', 24) ?? undefined,
    showAIDisclaimer: optionalBoolean(body, 'showAIDisclaimer'),
  };
}

/** Changes an integration. Null clears a setting, which is shown as null from then on; secrets are taken and kept nowhere. */
export function changeIntegration(integration: Integration, body: Body): void {
  const displayName = clearableString(body, 'displayName', 100);
  const responder = clearableString(body, 'defaultResponderId', 24);
  const disclaimer = optionalBoolean(body, 'showAIDisclaimer');
  const kind = integrationKinds[integration.type];
  if (displayName !== undefined) integration.displayName = displayName ?? undefined;
  if (responder !== undefined) integration.defaultResponderId = responder ?? undefined;
  integration.showAIDisclaimer = disclaimer ?? integration.showAIDisclaimer;
  integration.fields = { ...integration.fields, ...(kind === undefined ? {} : shownOf(kind, body)) };
}

function shownOf({ shown }: IntegrationKind, body: Body): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => shown.includes(name)));
}

function requireField(body: Body, name: string): void {
  const value = body[name];
  if (value === undefined || value === '') throw badRequest(`should have required property '${name}'`);
}

function requireSender(body: Body): void {
  if (body['messagingServiceSid'] === undefined) requireField(body, 'phoneNumberSid');
}

/** Either a deployment, or the address of one's own server as it was before deployments. */
function requireDeployment(body: Body): void {
  if (body['deploymentId'] !== undefined) return;
  if (body['baseUrl'] === undefined) requireField(body, 'deploymentId');
  for (const name of ['username', 'password']) requireField(body, name);
}
