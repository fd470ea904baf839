import { badRequest } from '../errors.js';
import type { ApiVersion } from '../state/model/index.js';
import { defaultTriggers, triggersOf } from '../webhooks/triggers.js';
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

/** The fields of a webhook that is to be made. In v2 it must say what it wants to hear. */
export function readNewWebhook(
  body: Body,
  version: ApiVersion,
): WebhookInput & { readonly target: string; readonly triggers: readonly string[] } {
  const input = readWebhookInput(body, version);
  const target = requiredString(body, 'target');
  if (version === 'v2' && input.triggers === undefined) {
    throw badRequest("should have required property 'triggers'");
  }
  return { ...input, target, triggers: input.triggers ?? defaultTriggers(version) };
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
