import { startChatterEmulator } from './chatter/index.js';
import { startSmoochEmulator } from './smooch/index.js';

/** What the command line says about all services together. */
export interface ServiceSettings {
  readonly port: number;
  readonly seed: number;
  readonly legacy: boolean;
  readonly rotateTokens: boolean;
}

/** A service that runs and what a client must know of it. */
export interface RunningService {
  readonly url: string;
  readonly credentials: Readonly<Record<string, string>>;
  /** Arguments of a `curl` that shows something. */
  readonly example: readonly string[];
  close(): Promise<void>;
}

export interface Service {
  readonly name: string;
  /** Distance from the first port; the same whichever services are started. */
  readonly portOffset: number;
  readonly start: (settings: ServiceSettings) => Promise<RunningService>;
}

/** The services that there are, in the order of their ports. */
export const services: readonly Service[] = [
  {
    name: 'chatter',
    portOffset: 0,
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
