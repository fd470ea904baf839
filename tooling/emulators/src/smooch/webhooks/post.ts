import type { Clock } from '../../frame/index.js';
import { answerLimitMs } from './retry-schedule.js';

export interface WebhookRequest {
  readonly target: string;
  readonly secret: string;
  readonly body: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Posts one event and gives the status of the answer, or undefined when none came in time or the target was out of reach. */
export async function post(request: WebhookRequest): Promise<number | undefined> {
  const limit = new AbortController();
  const stopWaiting = request.clock.after(answerLimitMs, () => limit.abort());
  try {
    const response = await fetch(request.target, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-api-key': request.secret,
        // A connection kept alive would outlast the emulator.
        connection: 'close',
      },
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.any([limit.signal, request.signal]),
    });
    await response.body?.cancel().catch(() => {});
    return response.status;
  } catch {
    return undefined;
  } finally {
    stopWaiting();
  }
}
