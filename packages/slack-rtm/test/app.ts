import type { SlackEmulatorOptions } from '@x/emulators';
import { authorizationUrl, type AuthorizationOptions } from '../src/oauth/index.js';
import { startEmulator, type SlackEmulator } from './setup.js';

/** An app of an emulated workspace, as its maker knows it. */
export interface TestApp {
  readonly emulator: SlackEmulator;
  /** What every function of OAuth is told of it. */
  readonly app: { readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string };
  readonly appId: string;
  /** A person agrees to what is asked for; the code that the app is then sent. */
  readonly agree: (options: Partial<AuthorizationOptions>) => string;
}

export const redirectUri = 'https://app.example/back';

/** Starts a workspace for one test, with an app that is a classic one or not. */
export async function startApp(classic = false, options: SlackEmulatorOptions = {}): Promise<TestApp> {
  const emulator = await startEmulator(options);
  const { apiUrl: baseUrl } = emulator.credentials;
  const { oauth } = emulator.control;
  const found = oauth.apps().find((candidate) => candidate.classic === classic);
  if (found === undefined) throw new Error('There is no such app.');
  const { clientId, clientSecret, appId } = found;
  return {
    emulator,
    appId,
    app: { baseUrl, clientId, clientSecret },
    agree(asked) {
      const url = authorizationUrl({ baseUrl, clientId, redirectUri, classic, ...asked });
      return new URL(oauth.approve('ines', url)).searchParams.get('code') ?? '';
    },
  };
}
