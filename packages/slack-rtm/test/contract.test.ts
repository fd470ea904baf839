import { startSlackEmulator, type Emulator, type SlackControl, type SlackCredentials } from '@x/emulators';
import { describeClient } from '@x/testkit';
import { createSlackRtm, createSlackWeb, type SlackRtmOptions, type SlackWeb } from '../src/index.js';

type SlackEmulator = Emulator<SlackCredentials, SlackControl>;

const known = (emulator: unknown): SlackEmulator => emulator as SlackEmulator;

const bad = (options: Partial<SlackRtmOptions>) => (emulator: unknown) => {
  const { apiUrl: baseUrl, botToken: token } = known(emulator).credentials;
  createSlackRtm({ token, baseUrl, ...options });
  return undefined;
};

/** How often each workspace's client has asked for a token since the first one expired. */
const renewals = new WeakMap<object, number>();
/** The token that is good for each workspace. */
const tokens = new WeakMap<object, string>();

describeClient<SlackWeb>({
  service: 'slack',
  start: () => startSlackEmulator(),
  create: (emulator, options) => {
    const { apiUrl: baseUrl, botToken } = known(emulator).credentials;
    const token = (): string => {
      const renewed = tokens.get(emulator);
      if (renewed !== undefined) renewals.set(emulator, (renewals.get(emulator) ?? 0) + 1);
      return renewed ?? botToken;
    };
    // Posts are not told apart, so that they are what writes and is not repeated.
    return createSlackWeb({ baseUrl, token, rateLimit: 'retry', idempotency: false, ...options });
  },
  read: (web, call) => web.auth.test({}, call),
  readRequest: { method: 'POST', path: '/api/auth.test' },
  write: (web, text, call) => web.call('chat.postMessage', { channel: 'general', text }, call),
  writeRequest: { method: 'POST', path: '/api/chat.postMessage' },
  secrets: (emulator) => [known(emulator).credentials.botToken],
  expire: (emulator) => {
    const { control, credentials } = known(emulator);
    tokens.set(emulator, control.issueToken({ kind: 'bot', user: credentials.botUserId }));
    // Slack itself says it with status 200; that is tested apart from this.
    control.faults.add({
      match: { where: ({ headers }) => headers['authorization'] === `Bearer ${credentials.botToken}` },
      fault: { kind: 'status', status: 401 },
      times: Infinity,
    });
  },
  renewals: (emulator) => renewals.get(emulator) ?? 0,
  badInput: {
    'a base URL that is none': bad({ baseUrl: 'slack.com' }),
    'a base URL off this machine without encryption': bad({ baseUrl: 'http://slack.com/api' }),
    'a base URL with credentials': bad({ baseUrl: 'https://a:b@slack.com/api' }),
    'an empty token': bad({ token: '' }),
    'a token with blanks': bad({ token: 'xoxb-1 2' }),
    'a token with a line break': bad({ token: 'xoxb-1\n' }),
    'a ping that never comes': bad({ pingIntervalMs: 0 }),
    'a ping that is no number': bad({ pingIntervalMs: Number.NaN }),
    'a silence shorter than the pause between pings': bad({ pingIntervalMs: 1000, silenceMs: 1000 }),
    'no time for the greeting': bad({ helloTimeoutMs: -1 }),
    'a negative time limit': bad({ timeoutMs: -1 }),
    'a negative time limit of a call': (_emulator, web) => web.auth.test({}, { timeoutMs: -1 }),
    'a method that is no name': (_emulator, web) => web.call('../auth.test'),
    'arguments that are none': (_emulator, web) => web.call('auth.test', 'text' as never),
  },
});
