import { badRequest } from '../errors.js';
import type { ApiVersion } from '../state/model/index.js';
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
  readonly includeFullSource: boolean | undefined;
  readonly includeFullUser: boolean | undefined;
}

/** What the switches for more detail are called. v1 has none, as its payloads are always complete. */
const switchNames = {
  v1: { source: '', user: '' },
  'v1.1': { source: 'includeClient', user: 'includeFullAppUser' },
  v2: { source: 'includeFullSource', user: 'includeFullUser' },
} as const;

/** The fields of a webhook, of which creating one needs the target and changing one needs none. */
export function readWebhookInput(body: Body, version: ApiVersion): WebhookInput {
  const target = optionalString(body, 'target');
  if (target !== undefined && !isHttpUrl(target)) throw badRequest("'target' should match format 'uri'");
  return {
    target,
    triggers: readTriggers(body, version),
    includeFullSource: optionalBoolean(body, switchNames[version].source),
    includeFullUser: optionalBoolean(body, switchNames[version].user),
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
