/**
 * Runs a call that two signals end, that of the caller and that of the client. `AbortSignal.any` would leave something
 * behind at the latter for every call, and a client may live for months.
 */
export async function endedByBoth<T>(
  client: AbortSignal,
  caller: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (caller === undefined) return run(client);
  const own = new AbortController();
  const stop = (): void => {
    own.abort(caller.aborted ? caller.reason : client.reason);
  };
  if (caller.aborted || client.aborted) stop();
  caller.addEventListener('abort', stop);
  client.addEventListener('abort', stop);
  try {
    return await run(own.signal);
  } finally {
    caller.removeEventListener('abort', stop);
    client.removeEventListener('abort', stop);
  }
}
