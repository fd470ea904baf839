import { featuresOff as chatterFeaturesOff, startChatterEmulator } from './chatter/index.js';
import { featuresOff as slackFeaturesOff, startSlackEmulator } from './slack/index.js';
import { startSmoochEmulator } from './smooch/index.js';
import {
  featuresOff as stackExchangeFeaturesOff,
  startStackExchangeEmulator,
} from './stack-exchange/index.js';

/** What the command line says about all services together. */
export interface ServiceSettings {
  readonly port: number;
  readonly seed: number;
  readonly legacy: boolean;
  readonly rotateTokens: boolean;
}

/** A value that a client must know: a plain one, or a list of things that have plain ones. */
export type Credential = string | number | readonly Readonly<Record<string, string | number>>[];

/** A service that runs and what a client must know of it. */
export interface RunningService {
  readonly url: string;
  readonly credentials: Readonly<Record<string, Credential>>;
  /** Arguments of a `curl` that shows something. */
  readonly example: readonly string[];
  close(): Promise<void>;
}

export interface Service {
  readonly name: string;
  /** What the line of JSON calls it. Default: its name. */
  readonly jsonKey?: string;
  /** Distance from the first port; the same whichever services are started. */
  readonly portOffset: number;
  /** What is documented of the service and answered as a feature that is switched off. Default: nothing. */
  readonly off?: readonly string[];
  readonly start: (settings: ServiceSettings) => Promise<RunningService>;
}

/** The services that there are, in the order of their ports. */
export const services: readonly Service[] = [
  {
    name: 'chatter',
    portOffset: 0,
    off: chatterFeaturesOff,
    async start(settings) {
      const { url, credentials, ...emulator } = await startChatterEmulator(settings);
      const example = [
        '-H',
        `Authorization: Bearer ${credentials.accessToken}`,
        `${url}/services/data/v66.0/chatter/users/me`,
      ];
      return { url, credentials: { ...credentials }, example, close: () => emulator.close() };
    },
  },
  {
    name: 'chatexchange',
    jsonKey: 'stackExchange',
    portOffset: 1,
    off: stackExchangeFeaturesOff,
    async start({ port, seed }) {
      const { url, credentials, ...emulator } = await startStackExchangeEmulator({ port, seed });
      const { roomId, accounts, owner, moderator } = credentials;
      const example = ['-H', 'Accept: application/json', `${url}/rooms/thumbs/${roomId}`];
      return {
        url,
        credentials: {
          roomId,
          accounts: accounts.map(({ id, name, email, password }) => ({ id, name, email, password })),
          // Both are among the accounts.
          ownerId: owner.id,
          moderatorId: moderator.id,
        },
        example,
        close: () => emulator.close(),
      };
    },
  },
  {
    name: 'slack-rtm',
    jsonKey: 'slack',
    portOffset: 2,
    off: slackFeaturesOff,
    async start({ port, seed, legacy }) {
      const { url, credentials, ...emulator } = await startSlackEmulator({
        port,
        seed,
        switches: { legacy },
      });
      const example = [
        '-H',
        `Authorization: Bearer ${credentials.botToken}`,
        `${credentials.apiUrl}auth.test`,
      ];
      return { url, credentials: { ...credentials }, example, close: () => emulator.close() };
    },
  },
  {
    name: 'smooch',
    portOffset: 3,
    async start({ port, seed, legacy }) {
      const { url, credentials, ...emulator } = await startSmoochEmulator({ port, seed, legacy });
      const userId = emulator.control.users()[0]?._id ?? '';
      const example = [
        '-u',
        `${credentials.keyId}:${credentials.secret}`,
        `${url}/v1.1/appusers/${userId}/messages`,
      ];
      return { url, credentials: { ...credentials }, example, close: () => emulator.close() };
    },
  },
];
