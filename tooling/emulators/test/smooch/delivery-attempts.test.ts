import { describe, expect, test } from 'vitest';
import { hooked, nora } from './hooked.js';
import { at } from '../json.js';

describe('an attempt that fails', () => {
  test('is repeated after 15 s, 1 min, 4 min and 9:45 min, with the same body', async () => {
    const { emulator, receiver, clock, webhookId } = await hooked('v1.1');
    const { control } = emulator;
    receiver.answerNext(500, 302, 429, 410, 503);
    control.user(nora).sends({ text: 'Hi' });
    await control.flush();
    expect(receiver.received).toHaveLength(1);

    let expected = 1;
    for (const wait of [15_000, 60_000, 240_000, 585_000]) {
      await clock.advance(wait - 1);
      await control.flush();
      expect(receiver.received).toHaveLength(expected);
      await clock.advance(1);
      await control.flush();
      expected += 1;
      expect(receiver.received).toHaveLength(expected);
    }

    await clock.advance(24 * 3_600_000);
    await control.flush();
    expect(receiver.received).toHaveLength(5);
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
    expect(control.deliveries()).toMatchObject(
      [500, 302, 429, 410, 503].map((status, index) => ({
        webhookId,
        event: 'message:appUser',
        attempt: index + 1,
        status,
        body: receiver.received[0]?.json,
        outcome: index === 4 ? 'given up' : 'will be tried again',
      })),
    );
  });

  test('is not repeated once an attempt succeeds', async () => {
    const { emulator, receiver, clock } = await hooked('v1.1');
    receiver.answerNext(503, 204);
    emulator.control.user(nora).sends({ text: 'Hi' });
    await emulator.control.flush();
    await clock.advance(15_000);
    await emulator.control.flush();
    await clock.advance(900_000);
    await emulator.control.flush();
    expect(emulator.control.deliveries().map(({ status, outcome }) => [status, outcome])).toEqual([
      [503, 'will be tried again'],
      [204, 'delivered'],
    ]);
  });

  test.each([400, 401, 403, 404, 406])('with %i is final', async (status) => {
    const { emulator, receiver, clock } = await hooked('v1.1');
    receiver.answerNext(status);
    emulator.control.user(nora).sends({ text: 'Hi' });
    await emulator.control.flush();
    await clock.advance(900_000);
    await emulator.control.flush();
    expect(receiver.received).toHaveLength(1);
    expect(emulator.control.deliveries()).toMatchObject([{ status, outcome: 'given up' }]);
  });

  test('counts as failed after 20 s without an answer', async () => {
    const { emulator, receiver, clock } = await hooked('v1.1');
    receiver.answerNext('silence');
    emulator.control.user(nora).sends({ text: 'Hi' });
    await receiver.arrived(1);
    await clock.advance(19_999);
    expect(emulator.control.deliveries()).toHaveLength(0);
    await clock.advance(1);
    await emulator.control.flush();
    expect(emulator.control.deliveries()).toMatchObject([
      { attempt: 1, status: undefined, outcome: 'will be tried again' },
    ]);
    await clock.advance(15_000);
    await emulator.control.flush();
    expect(emulator.control.deliveries()[1]).toMatchObject({ attempt: 2, status: 200 });
  });

  test('is repeated when the target cannot be reached at all', async () => {
    const { emulator, call, webhookId, receiver, clock } = await hooked('v1.1');
    await call('PUT', `/v1.1/webhooks/${webhookId}`, { json: { target: 'http://127.0.0.1:1/' } });
    emulator.control.user(nora).sends({ text: 'Hi' });
    await emulator.control.flush();
    expect(emulator.control.deliveries()).toMatchObject([{ status: undefined, attempt: 1 }]);
    await call('PUT', `/v1.1/webhooks/${webhookId}`, { json: { target: receiver.url } });
    await clock.advance(15_000);
    await emulator.control.flush();
    expect(receiver.received).toHaveLength(1);
  });

  test('is not repeated for a webhook that is gone', async () => {
    const { emulator, receiver, clock, call, webhookId } = await hooked('v1.1');
    receiver.answerNext(500);
    emulator.control.user(nora).sends({ text: 'Hi' });
    await emulator.control.flush();
    await call('DELETE', `/v1.1/webhooks/${webhookId}`);
    await clock.advance(900_000);
    await emulator.control.flush();
    expect(receiver.received).toHaveLength(1);
  });
});

test('a webhook is sent one request at a time, in the order of the events', async () => {
  const { emulator, receiver } = await hooked('v1.1');
  for (let index = 0; index < 30; index += 1) emulator.control.user(nora).sends({ text: String(index) });
  await emulator.control.flush();
  expect(receiver.received.map(({ json }) => at(json, 'messages', 0, 'text'))).toEqual(
    Array.from({ length: 30 }, (_, index) => String(index)),
  );
});

test('no connection is opened by which nothing is sent, which a plain server would wait for', async () => {
  const { call, emulator, receiver } = await hooked('v1.1');
  await call('POST', '/v1/webhooks', { json: { target: receiver.url } });
  for (let count = 0; count < 10; count += 1) emulator.control.user(nora).sends({ text: 'Hi' });
  await emulator.control.flush();
  expect(receiver.received).toHaveLength(20);
  expect(receiver.connections()).toBe(20);
});

test('closing breaks off what is under way and leaves nothing behind', async () => {
  const { emulator, receiver, clock } = await hooked('v1.1');
  receiver.answerNext(500, 'silence');
  emulator.control.user(nora).sends({ text: 'to be repeated' });
  await emulator.control.flush();
  emulator.control.user(nora).sends({ text: 'unanswered' });
  emulator.control.user(nora).sends({ text: 'waiting for its turn' });
  await receiver.arrived(2);
  await emulator.close();
  await clock.advance(900_000);
  await emulator.close();
  expect(receiver.received).toHaveLength(2);
});
