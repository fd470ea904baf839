import type { Clock } from '../../frame/index.js';
import type { Webhook } from '../state/model/index.js';
import type { Wire } from '../views/common/wire.js';
import { post } from './post.js';
import { isDelivered, isWorthRetrying, waitAfter } from './retry-schedule.js';

/** One attempt to tell a webhook of an event, once it is over. */
export interface Delivery {
  /** The same for all attempts to tell of one thing. */
  readonly id: string;
  readonly webhookId: string;
  readonly target: string;
  /** The trigger, as in the body. */
  readonly event: string;
  /** Counted from 1. */
  readonly attempt: number;
  /** What the target answered; undefined when nothing came in time. */
  readonly status: number | undefined;
  /** What was posted; every attempt posts the same. */
  readonly body: unknown;
  readonly outcome: 'delivered' | 'will be tried again' | 'given up';
  /** When the attempt was over, by the emulator's clock. */
  readonly at: number;
}

export interface DeliveryEngine {
  readonly deliveries: readonly Delivery[];
  send(webhook: Webhook, event: string, body: Wire): void;
  /** Posts once more what was posted under this id, as a first attempt. */
  redeliver(id: string): void;
  /** Takes back what still waits for this webhook. */
  forget(webhook: Webhook): void;
  /** Resolves when no request is under way and none is about to start. A retry that waits for its time does not count. */
  settled(): Promise<void>;
  /** Breaks off what is under way, takes back the rest, and resolves when nothing is left. */
  close(): Promise<void>;
}

interface Job {
  readonly id: string;
  readonly webhook: Webhook;
  readonly event: string;
  readonly body: string;
  attempt: number;
}

/** Posts events to webhooks. Each webhook is sent one request at a time, so that no more are open than there are webhooks. */
export function createDeliveryEngine(clock: Clock): DeliveryEngine {
  const deliveries: Delivery[] = [];
  const lanes = new Map<string, Promise<void>>();
  const waits = new Map<Job, () => void>();
  const forgotten = new WeakSet<Webhook>();
  const closing = new AbortController();
  const posted = new Map<string, Omit<Job, 'attempt'>>();

  const run = (job: Job): void => {
    const { id } = job.webhook;
    const lane = attemptAfter(lanes.get(id), job).finally(() => {
      if (lanes.get(id) === lane) lanes.delete(id);
    });
    lanes.set(id, lane);
  };

  const attemptAfter = async (earlier: Promise<void> | undefined, job: Job): Promise<void> => {
    await earlier;
    await attempt(job);
  };

  const attempt = async (job: Job): Promise<void> => {
    if (isOver(job)) return;
    job.attempt += 1;
    const { target, secret, id } = job.webhook;
    const status = await post({ target, secret, body: job.body, clock, signal: closing.signal });
    const wait = isWorthRetrying(status) && !isOver(job) ? waitAfter(job.attempt) : undefined;
    deliveries.push({
      id: job.id,
      webhookId: id,
      target,
      event: job.event,
      attempt: job.attempt,
      status,
      body: JSON.parse(job.body),
      outcome: isDelivered(status) ? 'delivered' : wait === undefined ? 'given up' : 'will be tried again',
      at: clock.now(),
    });
    if (wait !== undefined) retryLater(job, wait);
  };

  const retryLater = (job: Job, wait: number): void => {
    const cancel = clock.after(wait, () => {
      waits.delete(job);
      run(job);
    });
    waits.set(job, cancel);
  };

  const isOver = (job: Job): boolean => closing.signal.aborted || forgotten.has(job.webhook);

  const takeBack = (belongs: (job: Job) => boolean): void => {
    for (const [job, cancel] of waits) {
      if (!belongs(job)) continue;
      cancel();
      waits.delete(job);
    }
  };

  const settled = async (): Promise<void> => {
    while (lanes.size > 0) await Promise.all(lanes.values());
  };

  return {
    deliveries,
    send(webhook, event, body) {
      const job = { id: `delivery-${posted.size + 1}`, webhook, event, body: JSON.stringify(body) };
      posted.set(job.id, job);
      run({ ...job, attempt: 0 });
    },
    redeliver(id) {
      const job = posted.get(id);
      if (job === undefined) throw new RangeError(`There is no delivery ${id}.`);
      run({ ...job, attempt: 0 });
    },
    forget(webhook) {
      forgotten.add(webhook);
      takeBack((job) => job.webhook === webhook);
    },
    settled,
    async close() {
      closing.abort();
      takeBack(() => true);
      await settled();
    },
  };
}
