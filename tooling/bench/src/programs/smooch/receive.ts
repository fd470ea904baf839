// Takes in webhooks by each contender in turn, and says how many a second.
import { createWebhookHandler } from '@x/smooch/webhooks';
import {
  deliveryKinds,
  receivers,
  type DeliveryKind,
  type Rates,
  type Received,
  type RecordedDelivery,
  type Receiver,
  type ReceiveTask,
} from '../../smooch/task.js';

process.once('message', (task: ReceiveTask) => {
  void measure(task).then((received) => process.send?.(received));
});

const secret = 'the secret of the webhook';

async function measure({ recorded, ...turns }: ReceiveTask): Promise<Received> {
  const all: [DeliveryKind, Rates][] = [];
  for (const kind of deliveryKinds) all.push([kind, await measureKind(recorded[kind], turns)]);
  return Object.fromEntries(all) as Received;
}

async function measureKind(
  recorded: RecordedDelivery,
  { deliveries, rounds, warmUps }: Omit<ReceiveTask, 'recorded'>,
): Promise<Rates> {
  const rates: Record<Receiver, number[]> = {
    'JSON.parse': [],
    'request.json()': [],
    createWebhookHandler: [],
    'the same, come once more': [],
  };
  let handled = 0;
  const count = (): void => void (handled += 1);
  const handler = createWebhookHandler({
    secrets: secret,
    on: { 'message:appUser': count, 'conversation:message': count },
  });
  const handle = async (request: Request): Promise<void> => {
    const { status } = await handler(request);
    if (status !== 200) throw new Error(`the handler answered ${status}`);
  };
  for (let round = -warmUps; round < rounds; round += 1) {
    const bodies = bodiesOf(recorded, deliveries, (round + warmUps) * deliveries);
    const before = handled;
    const now: Record<Receiver, number> = {
      'JSON.parse': await rateOf(bodies, (body) => void JSON.parse(body)),
      'request.json()': await rateOf(bodies.map(requestOf), async (request) => void (await request.json())),
      createWebhookHandler: await rateOf(bodies.map(requestOf), handle),
      'the same, come once more': await rateOf(bodies.map(requestOf), handle),
    };
    if (handled - before !== deliveries) {
      throw new Error(`${handled - before} of ${deliveries} events were handled`);
    }
    if (round < 0) continue;
    for (const receiver of receivers) rates[receiver].push(now[receiver]);
  }
  return rates;
}

/** The same delivery of as many events, none of which has come before. */
function bodiesOf({ body, id }: RecordedDelivery, amount: number, from: number): string[] {
  return Array.from({ length: amount }, (_, index) =>
    body.replaceAll(id, (from + index).toString(16).padStart(id.length, '0')),
  );
}

function requestOf(body: string): Request {
  const headers = { 'x-api-key': secret, 'content-type': 'application/json' };
  return new Request('https://example.com/webhooks', { method: 'POST', headers, body });
}

/** How many a second, one after the other. What is taken in was made beforehand. */
async function rateOf<Given>(
  all: readonly Given[],
  take: (given: Given) => Promise<void> | void,
): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  for (const given of all) {
    const taken = take(given);
    if (taken !== undefined) await taken;
  }
  return all.length / ((performance.now() - began) / 1000);
}
