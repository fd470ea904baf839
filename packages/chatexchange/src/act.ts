import type { CallOptions, Fields } from '@x/http-core';
import type { Context } from './model/context.js';

/** Sends a form that changes something, as the account, in its turn; resolves with what the service says. */
export async function act<T>(
  context: Context,
  address: string,
  form: Fields,
  call?: CallOptions,
): Promise<T> {
  context.assertOpen();
  if (call?.signal?.aborted === true) throw call.signal.reason;
  await context.me();
  return context.schedule.add(
    () =>
      context.http.post<T>(address, form, {
        ...call,
        headers: { referer: context.roomAddress() },
        retries: 0,
      }),
    call?.signal,
  );
}
