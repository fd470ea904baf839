import type { ApiVersion } from '../state/model.js';
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

/** The names that a webhook of this version may subscribe to. */
export function triggersOf(version: ApiVersion): readonly string[] {
  return version === 'v1' ? v1Triggers : v11Triggers;
}

/** What a webhook hears when its maker did not say. */
export function defaultTriggers(version: ApiVersion): readonly string[] {
  // For v1.1 no default is documented. It no longer knows `message`, so its two successors take that place.
  return version === 'v1' ? ['message'] : ['message:appUser', 'message:appMaker'];
}

/** The name under which a version reports an event, or undefined when it does not report it. */
export function triggerOf(event: DomainEvent, version: ApiVersion): string | undefined {
  if (event.kind === 'message') {
    return event.message.author.type === 'user' ? 'message:appUser' : 'message:appMaker';
  }
  if (version === 'v1.1') return `message:delivery:${event.stage}`;
  if (event.stage === 'failure') return 'delivery:failure';
  // v1 counts a message as delivered once the channel has it, and hears no more of it.
  return event.stage === 'channel' ? 'delivery:success' : undefined;
}

/** True when a webhook with these triggers is to be told. In v1, `message` covers both roles and `*` everything. */
export function isSubscribed(triggers: readonly string[], trigger: string): boolean {
  return (
    triggers.includes(trigger) ||
    triggers.includes('*') ||
    (trigger.startsWith('message:') && triggers.includes('message'))
  );
}
