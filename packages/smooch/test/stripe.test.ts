import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { messages, stripe, type Action, type Smooch } from '../src/index.js';
import { connect } from './emulator.js';
import { listen } from './receiver.js';

const nora = 'nora.lindqvist@example.com';

/** The offer that a user is sent last. */
async function offer(smooch: Smooch): Promise<Action> {
  const actions = [{ type: 'buy', text: 'Pay for the tent', amount: 14_900 }] as const;
  const content = { type: 'text', text: 'It is 149 dollars.', actions } as const;
  const { message } = await smooch.postMessage(nora, content, { sentByMaker: true });
  return message.actions?.[0] ?? { type: 'buy' };
}

/** What has become of the offer. */
async function stateOf(smooch: Smooch, actionId: string): Promise<unknown> {
  const said = await messages(smooch).list(nora).toArray();
  return said.flatMap(({ actions = [] }) => actions).find(({ _id }) => _id === actionId)?.state;
}

test('a user pays by a token, and the business hears of it', async () => {
  const { emulator, smooch } = await connect();
  const told = await listen(emulator, smooch, 'payment:success');
  const { _id: actionId = '', ...action } = await offer(smooch);
  expect(action).toMatchObject({ amount: 14_900, currency: 'usd', state: 'offered' });
  expect(await rejection(stripe(smooch).createTransaction(nora, { actionId }))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
  await stripe(smooch).createTransaction(nora, { actionId, token: 'tok_1' });
  expect(await stateOf(smooch, actionId)).toBe('paid');
  expect(await told()).toMatchObject([
    { trigger: 'payment:success', payments: [{ action: { _id: actionId, state: 'paid' } }] },
  ]);
});

test('or as they pay always', async () => {
  const { smooch } = await connect();
  expect((await smooch.getUser(nora)).appUser.hasPaymentInfo).toBe(false);
  await stripe(smooch).createCustomer(nora, { token: 'tok_1' });
  expect((await smooch.getUser(nora)).appUser.hasPaymentInfo).toBe(true);
  const { _id: actionId = '' } = await offer(smooch);
  await stripe(smooch).createTransaction(nora, { actionId });
  expect(await stateOf(smooch, actionId)).toBe('paid');
});

test('a payment that may have been made is not made again', async () => {
  const { emulator, smooch } = await connect();
  const { _id: actionId = '' } = await offer(smooch);
  emulator.control.requests.clear();
  emulator.control.faults.add({ match: { method: 'POST' }, fault: { kind: 'drop', when: 'after' } });
  const paying = stripe(smooch).createTransaction(nora, { actionId, token: 'tok_1' });
  expect(await rejection(paying)).toMatchObject({ kind: 'network', retryable: false });
  expect(emulator.control.requests.all).toHaveLength(1);
  expect(await stateOf(smooch, actionId)).toBe('paid');
});

test('the account at Stripe is told as it is', async () => {
  const { smooch } = await connect();
  expect(await stripe(smooch).account()).toEqual(expect.any(Object));
});
