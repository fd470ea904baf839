import { everythingPrinted, rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createSlackRtm, waitFor, type SlackRtm, type SlackRtmOptions } from '../src/index.js';
import { startEmulator, type SlackEmulator } from './setup.js';

async function setUpSession(
  options: Partial<SlackRtmOptions> = {},
): Promise<{ emulator: SlackEmulator; slack: SlackRtm; token: string; cookie: string }> {
  const emulator = await startEmulator();
  const { apiUrl: baseUrl, userName } = emulator.credentials;
  const { token, cookie } = emulator.control.logIn(userName);
  const slack = createSlackRtm({ token, cookie, baseUrl, transport: 'session', ...options });
  onTestFinished(() => slack.close());
  return { emulator, slack, token, cookie };
}

describe('a session', () => {
  test('is connected by its token and its cookie, without rtm.connect', async () => {
    const { emulator, slack, token } = await setUpSession();
    await slack.connect();
    const { userId, teamId, channelId, botUserId } = emulator.credentials;
    expect([slack.self?.id, slack.team?.id]).toEqual([userId, teamId]);
    const [check, handshake] = emulator.control.requests.all;
    expect(check?.path).toBe('/api/auth.test');
    expect(Object.fromEntries(handshake?.query ?? [])).toEqual({
      token,
      gateway_server: `${teamId}-1`,
      slack_client: 'desktop',
      batch_presence_aware: '1',
    });
    expect(handshake?.headers['cookie']).toMatch(/^d=/);
    const heard = waitFor(slack, 'message');
    emulator.control.say(channelId, botUserId, 'hello');
    expect(await heard).toMatchObject({ text: 'hello', channel: channelId });
    await slack.send(channelId, 'hello to you');
    const back = waitFor(slack, 'state', ({ to }) => to === 'ready');
    emulator.control.cut('drop');
    await back;
  });

  test('without its cookie is the end, and nothing that is printed holds its address', async () => {
    const { emulator, slack, token } = await setUpSession({ cookie: 'xoxd-of-somebody-else' });
    const states: unknown[] = [];
    slack.on('state', (state) => states.push(state));
    const error = await rejection(slack.connect());
    expect(error).toMatchObject({ kind: 'auth', retryable: false });
    expect(slack.state).toBe('closed');
    for (const printed of [error, states]) expect(everythingPrinted(printed)).not.toContain(token);
    expect(emulator.control.connections()).toEqual([]);
  });

  test('that cannot be reached says so without its address', async () => {
    const { emulator, slack, token } = await setUpSession({ reconnect: false });
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse', status: 503 } });
    const error = await rejection(slack.connect());
    expect(error).toMatchObject({ code: 'HTTP_503' });
    expect(everythingPrinted(error)).not.toContain(token);
  });

  test('is nothing for a page', async () => {
    vi.stubGlobal('document', {});
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    expect(() => createSlackRtm({ token: 'xoxc-1', transport: 'session' })).toThrow(/transport must be rtm/);
  });
});
