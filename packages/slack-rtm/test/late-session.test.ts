import { rejection } from '@x/testkit';
import { expect, test, vi } from 'vitest';
import { createSlackRtm, createSlackSocket, type SlackLive, type StateEvent } from '../src/index.js';

// A page whose network is gone: what is loaded with the first connection is not there.
const unreachable = vi.hoisted(() => (): never => {
  throw new TypeError('Failed to fetch dynamically imported module');
});
vi.mock('../src/rtm/session.js', unreachable);
vi.mock('../src/socket-mode/session.js', unreachable);

const clients: readonly (readonly [string, () => SlackLive])[] = [
  ['RTM', () => createSlackRtm({ token: 'xoxb-1' })],
  ['Socket Mode', () => createSlackSocket({ appToken: 'xapp-1', token: 'xoxb-1' })],
];

test.each(clients)(
  'a client of %s that was never connected is closed at once, and loads nothing for it',
  async (_name, make) => {
    const slack = make();
    const states: StateEvent[] = [];
    slack.on('state', (state) => states.push(state));
    const messages = slack.messages();
    await slack.close();
    await slack.close();
    expect(slack.state).toBe('closed');
    expect(states).toEqual([{ from: 'idle', to: 'closed' }]);
    expect(await messages.next()).toEqual({ done: true, value: undefined });
    const closed = { kind: 'closed', code: 'CLOSED', retryable: false };
    expect(await rejection(slack.connect())).toMatchObject(closed);
    expect(await rejection(slack.send('C1', 'hello'))).toMatchObject(closed);
  },
);

test.each(clients)('a client of %s says what it could not load, and may try again', async (_name, make) => {
  const slack = make();
  const error = await rejection(slack.connect());
  expect(error).toMatchObject({ kind: 'network', code: 'NOT_LOADED', retryable: true });
  expect(slack.state).toBe('idle');
  await slack.close();
});
