import type { CallOptions, Fields, RequestOptions } from '@x/http-core';
import type { Told } from './answers.js';
import type { Turn } from './lane.js';
import type { Context } from './model/context.js';
import type { LaneName } from './schedule.js';

/** Where something waits for its turn. */
export interface Place extends Pick<Turn, 'before'> {
  /** `posts` for what is said, changed and removed, `votes` for stars, pins and flags. */
  readonly lane: LaneName;
}

/** What is sent; what takes time to be made keeps its turn. */
type Form<T> = T | (() => Promise<T>);

/**
 * Sends a form that changes something, as the account; resolves with what the service says. With a place in its turn, and
 * again when the service says that it came too early; without one at once.
 */
export function act<T>(
  context: Context,
  address: string,
  form: Form<Fields>,
  call?: CallOptions,
  place?: Place,
): Promise<T> {
  return inTurn(context, form, call, place, (fields, options) =>
    context.http.post<T>(address, fields, options),
  );
}

/** The same for a form that is answered in words, with nothing, or by a way elsewhere. */
export function tell(
  context: Context,
  address: string,
  form: Form<Fields | FormData>,
  call?: CallOptions,
  place?: Place,
): Promise<Told> {
  return inTurn(context, form, call, place, (fields, options) => context.http.tell(address, fields, options));
}

async function inTurn<F extends Fields | FormData, T>(
  context: Context,
  form: Form<F>,
  call: CallOptions | undefined,
  place: Place | undefined,
  send: (fields: F, options: RequestOptions) => Promise<T>,
): Promise<T> {
  context.assertOpen();
  call?.signal?.throwIfAborted();
  const ready = Promise.all([typeof form === 'function' ? form() : form, context.me(call?.signal)]);
  const go = async (own?: CallOptions): Promise<T> => {
    const [fields] = await ready;
    return send(fields, { ...call, headers: { referer: context.roomAddress() }, ...own });
  };
  if (place === undefined) return go();
  const { lane, before } = place;
  return context.schedule.add(lane, { signal: call?.signal, before, after: ready }, (signal) =>
    // Only the queue waits.
    go({ signal, retries: 0 }),
  );
}
