import type { Fault } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { conversations, messages, users } from '../src/v2/index.js';
import { connectSunshine } from './sunshine.js';

/** A failure that can be waited out at once. */
const failure = (status: number): Fault => ({ kind: 'status', status, headers: { 'retry-after': '0' } });

/** A user with a conversation, and what happens to the next requests, in their order. */
async function withFaults(...faults: readonly Fault[]) {
  const connected = await connectSunshine();
  const { emulator, sunshine } = connected;
  await users(sunshine).create({ externalId: 'ada' });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  emulator.control.requests.clear();
  for (const fault of faults) emulator.control.faults.add({ fault });
  return {
    ...connected,
    id: conversation.id,
    post: async () => messages(sunshine).sendText(conversation.id, 'Hello'),
    said: () => emulator.control.messages('ada'),
    methods: () => emulator.control.requests.all.map(({ method }) => method),
  };
}

describe('a message', () => {
  test('is sent again after 429, as often as it is allowed', async () => {
    const { post, said, methods } = await withFaults(failure(429), failure(429));
    await post();
    expect(methods()).toEqual(['POST', 'POST', 'POST']);
    expect(said()).toHaveLength(1);
  });

  test('is not sent once more than that', async () => {
    const { post, said, methods } = await withFaults(failure(429), failure(429), failure(429));
    expect(await rejection(post())).toMatchObject({ kind: 'rate-limit', status: 429, retryable: true });
    expect(methods()).toHaveLength(3);
    expect(said()).toEqual([]);
  });

  test.each([408, 500, 502, 503, 504])('is not sent again after %i', async (status) => {
    const { post, methods } = await withFaults(failure(status));
    expect(await rejection(post())).toMatchObject({ status, retryable: false });
    expect(methods()).toEqual(['POST']);
  });

  test.each(['drop', 'reset'] as const)('is there once when the connection broke (%s)', async (kind) => {
    const { post, said, methods } = await withFaults({ kind, when: 'after' });
    expect(await rejection(post())).toMatchObject({ kind: 'network', retryable: false });
    expect(methods()).toEqual(['POST']);
    expect(said()).toHaveLength(1);
  });
});

test.each([failure(502), failure(503), failure(504), { kind: 'drop', when: 'after' } as const])(
  'a change is made again after %j',
  async (fault) => {
    const { sunshine, methods } = await withFaults(fault);
    const { user } = await users(sunshine).update('ada', { profile: { givenName: 'Ada' } });
    expect(user.profile?.givenName).toBe('Ada');
    expect(methods()).toEqual(['PATCH', 'PATCH']);
  },
);

describe('what is gone', () => {
  test.each([failure(503), { kind: 'reset' } as const])(
    'counts as taken away when an earlier sending may have done it: %j',
    async (fault) => {
      const { sunshine, methods } = await withFaults(fault);
      expect(await users(sunshine).delete('nobody')).toBeUndefined();
      expect(methods()).toEqual(['DELETE', 'DELETE']);
    },
  );

  test('counts as taken away when an earlier sending has done it', async () => {
    const { sunshine, methods } = await withFaults({ kind: 'drop', when: 'after' });
    expect(await users(sunshine).delete('ada')).toBeUndefined();
    expect(methods()).toEqual(['DELETE', 'DELETE']);
    expect(await rejection(users(sunshine).get('ada'))).toMatchObject({ code: 'user_not_found' });
  });

  test('was never there when it was asked for once', async () => {
    const { sunshine, methods } = await withFaults();
    expect(await rejection(users(sunshine).delete('nobody'))).toMatchObject({ code: 'user_not_found' });
    expect(methods()).toHaveLength(1);
  });

  test('was never there when all that went before was refused', async () => {
    const { sunshine, methods } = await withFaults(failure(429));
    expect(await rejection(users(sunshine).delete('nobody'))).toMatchObject({ code: 'user_not_found' });
    expect(methods()).toHaveLength(2);
  });
});

test('what cannot be taken away at all is told as it is', async () => {
  const { sunshine, id, methods } = await withFaults(failure(503));
  expect(await rejection(conversations(sunshine).delete(id))).toMatchObject({ code: 'bad_request' });
  expect(methods()).toEqual(['DELETE', 'DELETE']);
});
