import {
  startChatterEmulator,
  startSlackEmulator,
  startSmoochEmulator,
  startStackExchangeEmulator,
} from '@x/emulators';
import { createSmooch } from '@x/smooch';
import { jwtForUser } from '@x/smooch/jwt';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.js';

/** An emulator that waits for a session in a page. */
export interface BrowserStage extends Stage {
  /** A page of the service itself. Default: a page of another origin. */
  readonly address?: string;
  /** What a person does in the page before the client is there. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Makes a stage for a page of an origin. */
export type StartStage = (origin: string) => Promise<BrowserStage>;

const chatter: StartStage = async (origin) => {
  const emulator = await startChatterEmulator();
  const { credentials, control } = emulator;
  const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = credentials;
  control.allowOrigin(origin, { oauth: true });
  control.expireSessions();
  const other = await startChatterEmulator();
  const unlisted = {
    instanceUrl: other.credentials.instanceUrl,
    accessToken: other.credentials.accessToken,
  };
  return {
    connection: { instanceUrl, accessToken, refreshToken, clientId, clientSecret, unlisted },
    answer: {
      // A browser tells the page of an unlisted origin nothing at all, so the client has to say what may be wrong.
      outside: 'network',
      hint: 'Setup → CORS',
      // A page cannot keep a secret, and this org's app has one: what comes of leaving it out is for the org to say.
      secret: 'usage',
      withoutRefresh: 'auth',
      withoutSecret: 'invalid_client',
      text: 'Hello from a page',
      found: true,
      refreshes: 1,
    },
    complaints: () => [
      ...(control.posts().some(({ text }) => text === 'Hello from a page')
        ? []
        : ['the post has not arrived']),
      ...other.control.requests
        .matching({ where: ({ status }) => status !== 403 })
        .map(({ path }) => `an unlisted page was let in to ${path}`),
    ],
    close: async () => {
      await Promise.all([emulator.close(), other.close()]);
    },
  };
};

const smooch: StartStage = async () => {
  const emulator = await startSmoochEmulator();
  const { url: baseUrl, credentials, control } = emulator;
  const { keyId, secret } = credentials;
  const userId = 'ada@example.com';
  // What the server behind the page does when somebody has logged in there.
  await createSmooch({ keyId, secret, baseUrl }).precreateUser(userId);
  const jwt = await jwtForUser(keyId, secret, userId, { expiresInMs: 3_600_000 });
  return {
    connection: { baseUrl, userId, jwt },
    answer: {
      secret: 'usage',
      sunshine: 'usage',
      signing: 'usage',
      text: ['appUser', 'Is Smooch any good?'],
      picture: ['appUser', 'image'],
      asBusiness: ['refused', 'forbidden'],
      asSomebodyElse: ['refused', 'forbidden'],
    },
    complaints: () => (control.messages(userId).length === 2 ? [] : ['the messages have not arrived']),
    close: () => emulator.close(),
  };
};

/** Slack's rules for pages of other origins let no header through, so a page must do with requests that need no leave. */
const slackRtm: StartStage = async () => {
  const emulator = await startSlackEmulator({ preset: 'strict' });
  const { credentials, control } = emulator;
  const { apiUrl: baseUrl, botToken, userToken, appToken, channelId } = credentials;
  const limited = 'team.info';
  const opened = await fetch(`${baseUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appToken}` },
  });
  const { url: socketUrl } = (await opened.json()) as { readonly url: string };
  control.requests.clear();
  control.limitMethod(limited, { perMinute: 60, burst: 1 });
  return {
    connection: { baseUrl, botToken, userToken, channelId, socketUrl, limited },
    answer: {
      heard: 'Is anybody there?',
      said: 'Yes!!!',
      delivered: 'And by Socket Mode?',
      users: true,
      file: 'page.txt',
      waited: true,
      // Its token may stand in a header only, which a page cannot send.
      refused: 'usage',
      state: 'closed',
    },
    complaints() {
      const { requests } = control;
      const said = control.messages(channelId).map(({ text }) => text);
      return [
        ...(said.includes('Yes!!!') ? [] : ['the message has not arrived']),
        ...requests.matching({ method: 'OPTIONS' }).map(({ path }) => `asked for leave for ${path}`),
        ...requests
          .matching({ where: ({ headers, target }) => 'authorization' in headers || /xox[bp]/.test(target) })
          .map(({ path }) => `sent a token outside of the body of ${path}`),
        ...(requests.matching({ where: ({ status }) => status === 429 }).length === 0
          ? ['was never told to wait']
          : []),
      ];
    },
    close: () => emulator.close(),
  };
};

/** The chat takes requests of its own pages only, from whoever is logged in there. */
const chatExchange: StartStage = async () => {
  const emulator = await startStackExchangeEmulator();
  const { url, credentials, control } = emulator;
  const { roomId, accounts } = credentials;
  const [account] = accounts;
  if (account === undefined) throw new Error('the chat has no accounts');
  const { name, email, password } = account;
  return {
    address: `${url}/users/login?returnurl=${encodeURIComponent(`${url}/`)}`,
    async prepare(page) {
      await page.fill('#email', email);
      await page.fill('#password', password);
      // The button belongs to a script of the site, which is not here.
      await page.$eval('#login-form', (form) => (form as HTMLFormElement).submit());
      await page.waitForURL(`${url}/`);
    },
    connection: { roomId },
    answer: { secret: 'usage', name, said: 'hello from a page', heard: true },
    complaints: () =>
      control.messages(roomId).at(-1)?.source === 'hello from a page' ? [] : ['the message has not arrived'],
    close: () => emulator.close(),
  };
};

/** What the sessions `sessions/browser/<name>.ts` talk to, by the names of the packages. */
export const browserStages: Readonly<Record<string, StartStage>> = {
  '@x/chatexchange': chatExchange,
  '@x/chatter': chatter,
  '@x/slack-rtm': slackRtm,
  '@x/smooch': smooch,
};
