import {
  action,
  listOf,
  needed,
  oneOf,
  optional,
  readAnyObject,
  readHttpStatus,
  readMatch,
  readText,
  readTexts,
  readTimes,
  readTruth,
  readWholeNumber,
  type ControlAction,
} from '../frame/index.js';
import type { SmoochControl } from './control.js';
import type { EndUserMessage } from './end-user.js';
import type { Snapshot } from './state/snapshots.js';

const user = needed(readText);

/** Everything that the control can do, over HTTP. */
export function controlActions(control: SmoochControl): Readonly<Record<string, ControlAction>> {
  return {
    ...peopleActions(control),
    ...webhookActions(control),
    ...stateActions(control),
    deliver: action(
      {
        channel: needed(readText),
        messageId: needed(readText),
        stage: needed(oneOf('channel', 'user', 'failure')),
        code: optional(readText),
        message: optional(readText),
        underlyingError: optional(readAnyObject),
      },
      ({ channel, messageId, stage, code, message = '', underlyingError }) => {
        const more = underlyingError === undefined ? {} : { underlyingError };
        const error = code === undefined ? [] : [{ code, message, ...more }];
        control.channel(channel).deliver(messageId, stage, ...error);
      },
    ),
    link: action(
      { clientId: needed(readText), step: needed(oneOf('match', 'confirm', 'fail')) },
      ({ clientId, step }) => control.link(clientId, step),
    ),
    fail: action(
      {
        match: optional(readMatch),
        status: optional(readHttpStatus),
        body: optional(readBody),
        retryAfter: optional(readWholeNumber),
        delayMs: optional(readWholeNumber),
        drop: optional(readDrop),
        times: optional(readTimes),
      },
      (failure) => {
        control.fail(failure);
      },
    ),
    advance: action({ ms: needed(readWholeNumber) }, ({ ms }) => control.advance(ms)),
    'rate-limit': action({ perMinute: optional(readWholeNumber) }, ({ perMinute }) =>
      control.rateLimit(perMinute === undefined ? undefined : { perMinute }),
    ),
    configure: action(
      {
        shorthandInV2: optional(readTruth),
        reportDeliveries: optional(readTruth),
        appLimit: optional(readWholeNumber),
        refuseOAuth: optional(readTruth),
        removeUrl: optional(readText),
        checkTargets: optional(readTruth),
        privateAttachments: optional(readTruth),
        appToken: optional(readTruth),
        slowDeploymentRemoval: optional(readTruth),
        messageTemplatesCursor: optional(oneOf('after', 'next')),
      },
      (changes) => control.configure(changes),
    ),
    'add-key': action({ scope: optional(oneOf('app', 'account')) }, ({ scope }) => control.addKey(scope)),
    'revoke-key': action({ keyId: needed(readText) }, ({ keyId }) => control.revokeKey(keyId)),
  };
}

function peopleActions(control: SmoochControl): Record<string, ControlAction> {
  const acts = (act: 'reads' | 'blocks' | 'unblocks'): ControlAction =>
    action({ user }, (input) => control.user(input.user)[act]());
  return {
    users: () => control.users(),
    messages: action({ user }, (input) => control.messages(input.user)),
    sends: action({ user, message: needed(readMessage), campaignId: optional(readText) }, (input) =>
      control.user(input.user).sends(input.message, { campaignId: input.campaignId }),
    ),
    writes: action(
      {
        user,
        text: needed(readText),
        subtype: optional(oneOf('AI', 'activity', 'agent', 'bot')),
        displayName: optional(readText),
        activity: optional(readAnyObject),
        references: optional(listOf(readAnyObject)),
      },
      ({ user: reference, ...message }) => control.writes(reference, message),
    ),
    clicks: action({ user, actionId: needed(readText) }, (input) =>
      control.user(input.user).clicks(input.actionId),
    ),
    pays: action({ user, actionId: needed(readText) }, (input) =>
      control.user(input.user).pays(input.actionId),
    ),
    types: action({ user, on: optional(readTruth) }, (input) => control.user(input.user).types(input.on)),
    submits: action({ user, messageId: needed(readText), values: needed(readTexts) }, (input) =>
      control.user(input.user).submits(input.messageId, input.values),
    ),
    refers: action({ user, referral: needed(readAnyObject) }, (input) =>
      control.user(input.user).refers(input.referral),
    ),
    identifies: action({ user, email: needed(readText), verification: optional(readText) }, (input) =>
      control.user(input.user).identifies(input.email, input.verification),
    ),
    'is-known-to-zendesk': action({ user, zendeskId: needed(readText) }, (input) =>
      control.user(input.user).isKnownToZendesk(input.zendeskId),
    ),
    'is-in': action({ user, businessSystem: needed(readAnyObject) }, (input) =>
      control.user(input.user).isIn(input.businessSystem),
    ),
    reads: acts('reads'),
    blocks: acts('blocks'),
    unblocks: acts('unblocks'),
  };
}

function webhookActions(control: SmoochControl): Record<string, ControlAction> {
  return {
    deliveries: () => control.deliveries(),
    redeliver: action({ id: needed(readText) }, ({ id }) => control.redeliver(id)),
    'hold-events': () => control.holdEvents(),
    'release-events': action(
      { reversed: optional(readTruth), twice: optional(readTruth), together: optional(readTruth) },
      (options) => control.releaseEvents(options),
    ),
    flush: () => control.flush(),
  };
}

/** Snapshots stay here, and whoever is at the other end of the wire goes by their numbers. */
function stateActions(control: SmoochControl): Record<string, ControlAction> {
  const snapshots: Snapshot[] = [];
  return {
    snapshot: () => ({ snapshot: snapshots.push(control.snapshot()) }),
    restore: action({ snapshot: needed(readWholeNumber) }, ({ snapshot: number }) => {
      const snapshot = snapshots[number - 1];
      if (snapshot === undefined) throw new RangeError(`There is no snapshot ${number}.`);
      control.restore(snapshot);
    }),
  };
}

function readBody(value: unknown, name: string): string | object {
  return typeof value === 'string' ? value : readAnyObject(value, name);
}

function readDrop(value: unknown, name: string): boolean | 'before' | 'after' {
  return typeof value === 'boolean'
    ? value
    : oneOf('before', 'after')(value, `${name} (true, false or one of two)`);
}

function readMessage(value: unknown, name: string): EndUserMessage {
  if (typeof value === 'string') return { text: value };
  const { type = 'text', ...fields } = readAnyObject(value, name);
  return { ...fields, type: oneOf('text', 'image', 'file', 'location')(type, `${name}.type`) };
}
