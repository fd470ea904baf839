import { startSlackEmulator, type Emulator, type SlackControl, type SlackCredentials } from '@x/emulators';
import { describeLiveClient } from '@x/testkit';
import {
  createSlackRtm,
  createSlackSocket,
  type SlackLive,
  type SlackRtm,
  type SlackSocket,
} from '../src/index.js';

type SlackEmulator = Emulator<SlackCredentials, SlackControl>;

const known = (emulator: unknown): SlackEmulator => emulator as SlackEmulator;

/** What messages say, and nothing else. */
function textsOf(slack: SlackLive): AsyncIterableIterator<string> {
  const messages = slack.messages();
  return {
    async next() {
      const { done, value } = await messages.next();
      return done === true ? { done, value: undefined } : { done: false, value: value.text ?? '' };
    },
    async return() {
      await messages.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

describeLiveClient<SlackRtm>({
  service: 'slack',
  start: (clock) => startSlackEmulator({ ...(clock !== undefined && { clock }) }),
  create(emulator, options) {
    const { apiUrl: baseUrl, botToken: token } = known(emulator).credentials;
    return createSlackRtm({ baseUrl, token, ...options });
  },
  onState: (slack, listener) => slack.on('state', listener),
  onText: (slack, listener, signal) => slack.on('message', ({ text = '' }) => listener(text), { signal }),
  texts: textsOf,
  say(emulator, text) {
    const { control, credentials } = known(emulator);
    control.say(credentials.channelId, credentials.userName, text);
  },
  cuts: {
    'a close frame': (emulator) => {
      known(emulator).control.cut('close', { code: 1012 });
    },
    'a connection that is dropped': (emulator) => {
      known(emulator).control.cut('drop');
    },
    'a connection that is reset': (emulator) => {
      known(emulator).control.cut('reset');
    },
    'half a frame': (emulator) => {
      known(emulator).control.cut('half frame');
    },
    'a move to other servers': (emulator) => {
      known(emulator).control.migrate(1);
    },
  },
  silence: (emulator) => {
    known(emulator).control.cut('silence');
  },
  silenceMs: 30_000,
  sockets: (emulator) => known(emulator).control.connections().length,
  handshake: { upgrade: true },
  refuse: (emulator) => {
    known(emulator).control.revokeToken(known(emulator).credentials.botToken);
  },
});

describeLiveClient<SlackSocket>({
  name: 'slack over Socket Mode',
  service: 'slack',
  start: (clock) => startSlackEmulator({ ...(clock !== undefined && { clock }) }),
  create(emulator, options) {
    const { apiUrl: baseUrl, appToken, granularBotToken: token } = known(emulator).credentials;
    return createSlackSocket({ baseUrl, appToken, token, ...options });
  },
  onState: (slack, listener) => slack.on('state', listener),
  onText: (slack, listener, signal) => slack.on('message', ({ text = '' }) => listener(text), { signal }),
  texts: textsOf,
  say(emulator, text) {
    const { control, credentials } = known(emulator);
    control.say(credentials.channelId, credentials.userName, text);
  },
  cuts: {
    'a close frame': (emulator) => {
      known(emulator).control.socketMode.cut('close', { code: 1012 });
    },
    'a connection that is dropped': (emulator) => {
      known(emulator).control.socketMode.cut('drop');
    },
    'a connection that is reset': (emulator) => {
      known(emulator).control.socketMode.cut('reset');
    },
    'half a frame': (emulator) => {
      known(emulator).control.socketMode.cut('half frame');
    },
    'a connection that is recycled without a warning': (emulator) => {
      known(emulator).control.socketMode.refresh();
    },
  },
  silence: (emulator) => {
    known(emulator).control.socketMode.cut('silence');
  },
  silenceMs: 30_000,
  sockets: (emulator) => known(emulator).control.socketMode.connections().length,
  handshake: { upgrade: true },
  refuse: (emulator) => {
    known(emulator).control.revokeToken(known(emulator).credentials.appToken);
  },
});
