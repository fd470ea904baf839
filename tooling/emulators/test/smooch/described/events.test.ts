import { expect, test } from 'vitest';
import { textAt } from '../../json.js';
import { everyEvent } from '../v2/every-event.js';
import { checkerOf } from './checker.js';
import { describedBy, isDescribed } from './description.js';

const { complaints, strangers } = checkerOf(describedBy('sunshine-conversations-v2-17.12.1.openapi.yaml'));

/** All that webhooks of v2 can be told of, but for `passthrough:messaging`, of which nothing is described. */
const triggers = [
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

/** What events hold that is not described, and why. */
const known: readonly { readonly where: RegExp; readonly why: string }[] = [
  {
    where: /\.conversation\.brandId is not/,
    why: 'captured (webhooks/v2/captured-2022-07-whatsapp-message-full-user.json)',
  },
  {
    where: /\.message\.author\.(?:displayName|avatarUrl) is not/,
    why: 'captured, and printed in the examples of the description itself',
  },
  {
    where: /\.error\.underlyingError is not/,
    why: 'what the channel said, as the older versions have it captured',
  },
];

/** `conversation:message` is described as `conversationMessageEvent`; of the switchboard the last word is left out. */
function schemaOf(type: string): object {
  const name = type.replaceAll(/:(\w)/g, (_all, letter: string) => letter.toUpperCase());
  return { $ref: `#/components/schemas/${name}${type.startsWith('switchboard:') ? '' : 'Event'}` };
}

test.skipIf(!isDescribed)(
  'every event of v2 is as described',
  async () => {
    const events = await everyEvent(triggers);
    expect(new Set(events.map((event) => textAt(event, 'type')))).toEqual(new Set(triggers));
    const found = events.flatMap((event) => {
      const type = textAt(event, 'type');
      const schema = schemaOf(type);
      const unknown = strangers(schema, event).map((key) => `${key} is not described`);
      return complaints(schema, event)
        .concat(unknown)
        .map((each) => `${type}: ${each}`);
    });
    const isKnown = (each: string): boolean => known.some(({ where }) => where.test(each));
    expect([...new Set(found)].filter((each) => !isKnown(each))).toEqual([]);
    expect(known.filter(({ where }) => !found.some((each) => where.test(each)))).toEqual([]);
  },
  30_000,
);
