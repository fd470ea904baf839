/** How long somebody outside is waited for who is asked something by the way, in real time. */
const patienceMs = 5_000;

/** Asks a server outside and gives the status, or undefined when there is no answer. */
export async function ask(
  address: string,
  method: 'HEAD' | 'POST',
  json?: object,
): Promise<number | undefined> {
  try {
    const response = await fetch(address, {
      method,
      // A connection kept alive would outlast the emulator.
      headers: { 'content-type': 'application/json', connection: 'close' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel().catch(() => {});
    return response.status;
  } catch {
    return undefined;
  }
}
