import type { Clock } from '../../frame/index.js';
import { answerLimitMs } from './retry-schedule.js';
import { statusOf } from './status-of.js';

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
  const status = await statusOf(request.target, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': request.secret },
    body: request.body,
    signal: AbortSignal.any([limit.signal, request.signal]),
  });
  stopWaiting();
  return status;
}
