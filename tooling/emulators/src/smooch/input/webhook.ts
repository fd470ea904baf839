import { badRequest } from '../errors.js';
import type { ApiVersion } from '../state/model.js';
import { triggersOf } from '../webhooks/triggers.js';
import {
  isHttpUrl,
  optionalArray,
  optionalBoolean,
  optionalString,
  requiredString,
  type Body,
} from './fields.js';

export interface WebhookInput {
  readonly target: string | undefined;
  readonly triggers: readonly string[] | undefined;
  readonly includeClient: boolean | undefined;
  readonly includeFullAppUser: boolean | undefined;
}

/** The fields of a webhook, of which creating one needs the target and changing one needs none. */
export function readWebhookInput(body: Body, version: ApiVersion): WebhookInput {
  const target = optionalString(body, 'target');
  if (target !== undefined && !isHttpUrl(target)) throw badRequest("'target' should match format 'uri'");
  return {
    target,
    triggers: readTriggers(body, version),
    // v1 has no such switches: its payloads are always complete.
    includeClient: version === 'v1' ? undefined : optionalBoolean(body, 'includeClient'),
    includeFullAppUser: version === 'v1' ? undefined : optionalBoolean(body, 'includeFullAppUser'),
  };
}

export function requireTarget(body: Body): string {
  return requiredString(body, 'target');
}

function readTriggers(body: Body, version: ApiVersion): readonly string[] | undefined {
  const triggers = optionalArray(body, 'triggers');
  if (triggers === undefined) return undefined;
  if (triggers.length === 0) throw badRequest("'triggers' should NOT have fewer than 1 items");
  const known = triggersOf(version);
  return triggers.map((trigger) => {
    const name = known.find((candidate) => candidate === trigger);
    if (name === undefined) throw badRequest(`Unknown webhook trigger: ${JSON.stringify(trigger)}`);
    return name;
  });
}
