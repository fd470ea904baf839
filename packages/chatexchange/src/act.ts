import type { CallOptions, Fields, RequestOptions } from '@x/http-core';
import type { Told } from './answers.js';
import type { Context } from './model/context.js';

/** Sends a form that changes something, as the account, in its turn; resolves with what the service says. */
export function act<T>(context: Context, address: string, form: Fields, call?: CallOptions): Promise<T> {
  return inTurn(context, call, (options) => context.http.post<T>(address, form, options));
}

/** The same for a form that is answered in words, with nothing, or by a way elsewhere. */
export function tell(
  context: Context,
  address: string,
  form: Fields | FormData,
  call?: CallOptions,
): Promise<Told> {
  return inTurn(context, call, (options) => context.http.tell(address, form, options));
}

async function inTurn<T>(
  context: Context,
  call: CallOptions | undefined,
  send: (options: RequestOptions) => Promise<T>,
): Promise<T> {
  context.assertOpen();
  if (call?.signal?.aborted === true) throw call.signal.reason;
  await context.me();
  return context.schedule.add(
    () => send({ ...call, headers: { referer: context.roomAddress() }, retries: 0 }),
    call?.signal,
  );
}
