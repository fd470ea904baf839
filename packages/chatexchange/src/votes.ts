import type { CallOptions } from '@x/http-core';
import { fail } from './errors.js';
import { readAsAccount } from './message-as-account.js';
import { factsOf, readMessageHistory } from './message-history.js';
import type { Context } from './model/context.js';
import type { Change } from './model/facts.js';
import type { MessageFacts } from './model/message-facts.js';
import type { Message } from './model/message.js';
import { path } from './path.js';

function toggle(
  context: Context,
  message: Message,
  mark: 'star' | 'owner-star',
  call: CallOptions,
): Promise<unknown> {
  return context.http.post(
    path`/messages/${message.id}/${mark}`,
    {},
    { ...call, headers: { referer: context.roomAddress() }, retries: 0 },
  );
}

/** Stars a message, or takes the star back, in its turn. */
export async function setStar(
  context: Context,
  message: Message,
  value: boolean,
  call: CallOptions,
): Promise<Change<MessageFacts>> {
  const facts = await readAsAccount(context, message, call);
  const { starredByYou, stars = 0 } = facts;
  if (starredByYou === value) return { facts };
  await toggle(context, message, 'star', call);
  if (value) return { facts: { ...facts, starredByYou: true, stars: stars + 1 } };
  const left = await readAsAccount(context, message, call);
  if (left.starredByYou !== true) return { facts: left };
  throw fail(
    'refused',
    'TOO_LATE',
    `the service took it that the star of message ${message.id} be taken back, but has kept the star: it does so after a while`,
  );
}

/** Pins a message as oneself, or takes one's own pin out, in its turn. */
export async function setPin(
  context: Context,
  message: Message,
  value: boolean,
  call: CallOptions,
): Promise<Change<MessageFacts>> {
  const me = await context.me(call?.signal);
  const facts = factsOf(context, await readMessageHistory(context, message, call));
  const { pinners = [], pins = 0 } = facts;
  if (pinners.includes(me) === value) return { facts };
  await toggle(context, message, 'owner-star', call);
  const left = value ? pins + 1 : pins - 1;
  return {
    facts: {
      ...facts,
      pins: left,
      pinned: left > 0,
      pinners: value ? [...pinners, me] : pinners.filter((pinner) => pinner !== me),
    },
    // Who pins a message stars it, unless they had done so before.
    stale: value ? ['stars', 'starredByYou'] : [],
  };
}
