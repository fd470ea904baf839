import { isServiceError, until } from '@x/http-core';
import { fail } from './errors.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { path } from './path.js';

/** Looks for a message whose sending ended without an answer. */
export interface OwnWatch {
  /** The message, if the room shows it within a minute; rejects with `timeout` / `SEND_UNCONFIRMED` if not. */
  settle(signal?: AbortSignal): Promise<Message>;
  stop(): void;
}

const settleMs = 60_000;

/** Begins to watch what the account says in a room, before it says something; only a room that was joined shows it. */
export function watchForOwn(context: Context, room: Room, me: User, text: string): OwnWatch | undefined {
  const { live, clock } = context;
  if (!live.isJoined(room)) return undefined;
  const candidates: Message[] = [];
  let wake = (): void => undefined;
  const stop = live.on('message', (event) => {
    if (event.room !== room || event.user !== me) return;
    candidates.push(event.message);
    wake();
  });

  return {
    stop,
    async settle(signal) {
      const over = new AbortController();
      const ending = signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]);
      const cancel = clock.after(
        settleMs,
        () => {
          over.abort(
            fail(
              'timeout',
              'SEND_UNCONFIRMED',
              'the message was sent, but the room did not show it within a minute',
            ),
          );
        },
        true,
      );
      try {
        for (;;) {
          const candidate = candidates.shift();
          if (candidate === undefined) {
            await until<void>(ending, (resolve) => {
              wake = resolve;
            });
            continue;
          }
          const found = await until<boolean>(ending, (resolve, reject) => {
            saysIt(context, candidate, text).then(resolve, reject);
          });
          if (found) return candidate;
        }
      } finally {
        cancel();
      }
    },
  };
}

/** Whether a message that nobody has acknowledged is the one that was sent. */
async function saysIt(context: Context, message: Message, text: string): Promise<boolean> {
  // What was sent before has been acknowledged.
  if (message.id <= context.posted.newestId) return false;
  try {
    const source = await context.http.text(`${path`/message/${message.id}`}?plain=true`);
    return source.trim() === text.trim();
  } catch (error) {
    // It may have been removed meanwhile; the others are still to be asked.
    if (isServiceError(error)) return false;
    throw error;
  }
}
