import type { CallOptions } from '@x/http-core';
import { fail } from './errors.js';
import { readAsAccount } from './message-as-account.js';
import { factsOf, readMessageHistory } from './message-history.js';
import type { Context } from './model/context.js';
import type { Change } from './model/facts.js';
import { marks, type Message, type MessageFacts } from './model/message.js';
import { path } from './path.js';

/**
 * Looks and, where need be, toggles, both within one turn: the service knows only how to turn a mark over, so nobody else
 * of this account may do so in between, and after a pause it has to be looked at anew.
 */
async function inTurn(
  context: Context,
  message: Message,
  call: CallOptions | undefined,
  run: (call: CallOptions) => Promise<Change<MessageFacts>>,
): Promise<void> {
  context.assertOpen();
  call?.signal?.throwIfAborted();
  const after = context.me();
  await context.schedule.add('votes', { signal: call?.signal, after }, (signal) =>
    message.learnFrom(() => run({ ...call, signal }), marks),
  );
}

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

/** Stars a message, or takes the star back. */
export function setStar(
  context: Context,
  message: Message,
  value: boolean,
  call?: CallOptions,
): Promise<void> {
  return inTurn(context, message, call, async (own) => {
    const facts = await readAsAccount(context, message, own);
    const { starredByYou, stars = 0 } = facts;
    if (starredByYou === value) return { facts };
    await toggle(context, message, 'star', own);
    if (value) return { facts: { ...facts, starredByYou: true, stars: stars + 1 } };
    const left = await readAsAccount(context, message, own);
    if (left.starredByYou !== true) return { facts: left };
    throw fail(
      'refused',
      'TOO_LATE',
      `the service took it that the star of message ${message.id} be taken back, but has kept the star: it does so after a while`,
    );
  });
}

/** Pins a message as oneself, or takes one's own pin out. */
export function setPin(
  context: Context,
  message: Message,
  value: boolean,
  call?: CallOptions,
): Promise<void> {
  return inTurn(context, message, call, async (own) => {
    const me = await context.me();
    const facts = factsOf(context, await readMessageHistory(context, message, own));
    const { pinners = [], pins = 0 } = facts;
    if (pinners.includes(me) === value) return { facts };
    await toggle(context, message, 'owner-star', own);
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
  });
}
