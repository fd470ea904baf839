import type { ApiVersion, Webhook } from '../state/model/index.js';
import type { DomainEvent } from './events.js';

const v1Triggers = [
  'message',
  'message:appUser',
  'message:appMaker',
  'conversation:read',
  'conversation:referral',
  'conversation:start',
  'delivery:failure',
  'delivery:success',
  'link:failure',
  'link:match',
  'link:success',
  'merge:appUser',
  'payment:success',
  'postback',
  '*',
];

const v11Triggers = [
  'appUser:delete',
  'client:add',
  'client:remove',
  'conversation:read',
  'conversation:referral',
  'conversation:start',
  'link:failure',
  'link:match',
  'link:success',
  'merge:appUser',
  'message:appMaker',
  'message:appUser',
  'message:delivery:channel',
  'message:delivery:failure',
  'message:delivery:user',
  'notification:delivery:channel',
  'notification:delivery:failure',
  'notification:delivery:user',
  'payment:success',
  'postback',
  'typing:appUser',
];

const v2Triggers = [
  'client:add',
  'client:remove',
  'client:update',
  'conversation:create',
  'conversation:join',
  'conversation:leave',
  'conversation:message',
  'conversation:message:delivery:channel',
  'conversation:message:delivery:failure',
  'conversation:message:delivery:user',
  'conversation:postback',
  'conversation:read',
  'conversation:referral',
  'conversation:remove',
  'conversation:typing',
  'passthrough:messaging',
  'switchboard:acceptControl',
  'switchboard:acceptControl:failure',
  'switchboard:offerControl',
  'switchboard:offerControl:failure',
  'switchboard:passControl',
  'switchboard:passControl:failure',
  'switchboard:releaseControl',
  'user:merge',
  'user:remove',
  'user:update',
];

const triggers = { v1: v1Triggers, 'v1.1': v11Triggers, v2: v2Triggers } as const;

/** The names that a webhook of this version may subscribe to. */
export function triggersOf(version: ApiVersion): readonly string[] {
  return triggers[version];
}

/** What a webhook of an older version hears when its maker did not say. */
export function defaultTriggers(version: ApiVersion): readonly string[] {
  // For v1.1 no default is documented. It no longer knows `message`, so its two successors take that place.
  return version === 'v1' ? ['message'] : ['message:appUser', 'message:appMaker'];
}

/** The names under which a version reports an event; none when it does not report it. */
export function triggersFor(event: DomainEvent, version: ApiVersion): readonly string[] {
  const named = version === 'v2' ? inV2(event) : inLegacy(event, version === 'v1');
  const known = triggersOf(version);
  return named.filter((trigger) => known.includes(trigger));
}

/** True when a webhook is to be told. In v1, `message` covers both roles and `*` everything. */
export function isSubscribed({ version, triggers: wanted }: Webhook, trigger: string): boolean {
  if (wanted.includes(trigger)) return true;
  if (version !== 'v1') return false;
  return wanted.includes('*') || (trigger.startsWith('message:') && wanted.includes('message'));
}

function inV2(event: DomainEvent): readonly string[] {
  switch (event.kind) {
    case 'message':
      return ['conversation:message'];
    case 'delivery':
      return [`conversation:message:delivery:${event.stage}`];
    case 'postback':
    case 'referral':
      return [`conversation:${event.kind}`];
    case 'activity':
      return [event.type === 'conversation:read' ? event.type : 'conversation:typing'];
    case 'switchboard':
      return [`switchboard:${event.action}${event.error === undefined ? '' : ':failure'}`];
    case 'client:add':
    case 'client:remove':
    case 'client:update':
    case 'conversation:create':
    case 'conversation:join':
    case 'conversation:leave':
    case 'conversation:remove':
    case 'notification':
    case 'payment':
    case 'user:merge':
    case 'user:remove':
    case 'user:update':
      break;
  }
  return [event.kind];
}

function inLegacy(event: DomainEvent, isV1: boolean): readonly string[] {
  switch (event.kind) {
    case 'message':
      return [event.message.author.type === 'user' ? 'message:appUser' : 'message:appMaker'];
    case 'delivery':
      if (!isV1) return [`message:delivery:${event.stage}`];
      // v1 counts a message as delivered once the channel has it, and hears no more of it.
      if (event.stage === 'user') return [];
      return [event.stage === 'failure' ? 'delivery:failure' : 'delivery:success'];
    case 'notification':
      return [`notification:delivery:${event.stage}`];
    case 'conversation:create':
      return ['conversation:start'];
    case 'referral':
      return ['conversation:referral'];
    case 'activity':
      return [event.type === 'conversation:read' ? event.type : 'typing:appUser'];
    case 'payment':
      return ['payment:success'];
    case 'user:merge':
      return ['merge:appUser'];
    case 'user:remove':
      return ['appUser:delete'];
    case 'client:update':
      if (event.criteria === undefined) return [];
      if (event.reason === 'matched') return ['link:match'];
      // Only with the user's consent is the client theirs.
      return event.reason === 'confirmed' ? ['link:success', 'client:add'] : [];
    case 'client:add':
      return event.client.status === 'pending' ? [] : ['client:add'];
    case 'client:remove':
      return event.criteria === undefined ? ['client:remove'] : ['link:failure'];
    case 'conversation:join':
    case 'conversation:leave':
    case 'conversation:remove':
    case 'postback':
    case 'switchboard':
    case 'user:update':
      break;
  }
  return [event.kind];
}
