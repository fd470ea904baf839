import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createSlackRtm, createSlackWeb, SlackError, type SlackRtmOptions } from '../src/index.js';
import { connect } from './setup.js';

const token = 'xoxb-1-secret';

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('an option', () => {
  test.each<[keyof SlackRtmOptions, unknown]>([
    ['token', undefined],
    ['token', ''],
    ['token', ' '],
    ['token', 'xoxb-1 secret'],
    ['token', 7],
    ['token', null],
    ['baseUrl', ''],
    ['baseUrl', 'slack.com/api'],
    ['baseUrl', 'http://slack.com/api'],
    ['baseUrl', 'https://me:secret@slack.com/api'],
    ['baseUrl', 'https://slack.com/api?x=secret'],
    ['baseUrl', 7],
    ['pingIntervalMs', 0],
    ['pingIntervalMs', 1.5],
    ['pingIntervalMs', '15'],
    ['silenceMs', 15_000],
    ['silenceMs', Infinity],
    ['helloTimeoutMs', 0],
    ['connectTimeoutMs', 0],
    ['staleAfterMs', 0],
    ['method', 'rtm.stop'],
    ['transport', 'carrier pigeon'],
    ['timeoutMs', 0],
    ['retries', -1],
    ['maxAnswerBytes', Number.NaN],
  ])('%s that is %j is refused by name', (name, value) => {
    const run = (): unknown => createSlackRtm({ token, [name]: value });
    expect(run).toThrow(SlackError);
    const error = thrownBy(run);
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION', service: 'slack' });
    expect(String(error)).toContain(`slack: ${name} must be`);
    expect(String(error)).not.toContain('secret');
  });

  test.each([
    { token },
    { token: () => token },
    { token, baseUrl: 'https://slack-gov.com/api/' },
    { token, baseUrl: 'http://127.0.0.1:4100/api' },
    { token, timeoutMs: undefined, retries: undefined, baseUrl: undefined },
  ])('may be left out: %j', (options) => {
    expect(createSlackWeb(options)).toBeDefined();
    expect(createSlackRtm(options).state).toBe('idle');
  });

  test('for coming back is refused by name within it', () => {
    const error = thrownBy(() => createSlackRtm({ token, reconnect: { maxAttempts: 0 } }));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
    expect(String(error)).toContain('slack: reconnect.maxAttempts must be');
  });

  test('is not changed', () => {
    const options = Object.freeze({ token, baseUrl: 'https://slack.com/api/' });
    createSlackRtm(options);
    expect(options).toEqual({ token, baseUrl: 'https://slack.com/api/' });
  });
});

describe('an argument of send', () => {
  test.each<[string, unknown[]]>([
    ['channel', [undefined, 'text']],
    ['channel', [7, 'text']],
    ['text', ['C1']],
    ['text', ['C1', { text: 'x' }]],
    ['waitMs', ['C1', 'text', { waitMs: -1 }]],
    ['waitMs', ['C1', 'text', { waitMs: Number.NaN }]],
    ['waitMs', ['C1', 'text', { waitMs: Infinity }]],
  ])('%s that cannot be one is refused: %j', async (name, given) => {
    const { emulator, slack } = await connect();
    const { send } = slack as unknown as { send: (...input: unknown[]) => Promise<unknown> };
    const error = await rejection(send(...given));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
    expect(String(error)).toContain(`slack: ${name} must be`);
    expect(emulator.control.sends).toEqual([]);
  });
});
