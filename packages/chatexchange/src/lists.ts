import { paginate, sleep, type CallOptions, type Pages } from '@x/http-core';
import { refuseArgument } from './errors.js';
import type { Context } from './model/context.js';

/** What every list that comes in pages can be told. */
export interface ListOptions extends CallOptions {
  /** How many milliseconds pass at least between two requests of the list. Default 1000: the service is not ours alone. */
  readonly pauseMs?: number | undefined;
}

/** One page of a list. */
export interface ListPage<Cursor extends string | number = string | number> {
  /** Names the page after it; absent of the last. */
  readonly next: Cursor | undefined;
}

/** Asks for one thing; the first at once, the others not before the pause is over. */
export type PoliteAsk = <T>(ask: (call: CallOptions) => Promise<T>) => Promise<T>;

/** Makes a list of pages whose requests leave the service some time. Nothing is asked until it is iterated. */
export function listPages<Page extends ListPage<Cursor>, Item, Cursor extends string | number>(
  context: Context,
  { pauseMs = 1000, ...call }: ListOptions,
  load: (ask: PoliteAsk, cursor: Cursor | undefined) => Promise<Page>,
  items: (page: Page) => Iterable<Item>,
): Pages<Item, Page> {
  if (!(pauseMs >= 0 && pauseMs < 2 ** 31)) refuseArgument('pauseMs', 'a number of milliseconds from 0');
  const { clock, ending } = context;
  let freeAt = 0;
  const ask: PoliteAsk = async (send) => {
    context.assertOpen();
    const wait = freeAt - clock.now();
    if (wait > 0) await ending.run(call.signal, (signal) => sleep(wait, signal, clock));
    try {
      return await send(call);
    } finally {
      freeAt = clock.now() + pauseMs;
    }
  };
  return paginate<Page, Item, Cursor>(
    (cursor) => load(ask, cursor),
    items,
    ({ next }) => next,
  );
}
