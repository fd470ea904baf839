import {
  startChatterEmulator,
  type ChatterControl,
  type ChatterCredentials,
  type Emulator,
} from '@x/emulators';
import { describeClient } from '@x/testkit';
import { createChatter, type Chatter, type ChatterOptions } from '../src/index.js';

type ChatterEmulator = Emulator<ChatterCredentials, ChatterControl>;

const known = (emulator: unknown): ChatterEmulator => emulator as ChatterEmulator;

function optionsFor(emulator: unknown): ChatterOptions {
  const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = known(emulator).credentials;
  return { instanceUrl, accessToken, refreshToken, clientId, clientSecret };
}

const bad = (options: Partial<ChatterOptions>) => (emulator: unknown) => {
  createChatter({ ...optionsFor(emulator), ...options });
  return undefined;
};

describeClient<Chatter>({
  service: 'chatter',
  start: () => startChatterEmulator(),
  create: (emulator, options) => createChatter({ ...optionsFor(emulator), ...options }),
  read: (chatter, call) => chatter.users.me({}, call),
  readRequest: { method: 'GET', path: /\/users\/me$/ },
  write: (chatter, text, call) => chatter.feeds.news.me.feed_items.post({ text }, call),
  writeRequest: { method: 'POST', path: /\/feed-elements$/ },
  secrets: (emulator) => {
    const { accessToken, refreshToken, clientSecret } = known(emulator).credentials;
    return [accessToken, refreshToken, clientSecret];
  },
  expire: (emulator) => known(emulator).control.expireSessions(),
  renewals: (emulator) => known(emulator).control.tokenRequests,
  badInput: {
    'an instance URL that is none': bad({ instanceUrl: 'mydomain' }),
    'an instance URL with credentials': bad({ instanceUrl: 'https://a:b@mydomain.my.salesforce.com' }),
    'no instance URL': bad({ instanceUrl: undefined }),
    'an empty access token': bad({ accessToken: '' }),
    'an empty client secret': bad({ clientSecret: ' ' }),
    'no token at all': bad({ accessToken: undefined, refreshToken: undefined }),
    'a refresh token without a client id': bad({ clientId: undefined }),
    'a login URL off this machine without encryption': bad({ loginUrl: 'http://login.salesforce.com' }),
    'a version that is none': bad({ version: 'latest' }),
    'an encoding that is none': bad({ entityEncoding: 'utf-8' as 'raw' }),
    'a negative time limit': bad({ timeoutMs: -1 }),
    'a negative time limit of a call': (_emulator, chatter) => chatter.users.me({}, { timeoutMs: -1 }),
    'an id that leads upwards': (_emulator, chatter) => chatter.users._('..').get(),
    'an empty id': (_emulator, chatter) => chatter.users._('').get(),
  },
});
