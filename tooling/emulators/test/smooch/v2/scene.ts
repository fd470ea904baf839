import { basic } from '../support.js';
import { startV2, type V2Api } from './support.js';

/** The seeded user with a channel. */
export const nora = 'nora.lindqvist@example.com';
/** Their path. */
export const who = `/users/${encodeURIComponent(nora)}`;

/** An emulator, and the conversation of Nora in it. */
export interface Scene extends V2Api {
  readonly messages: string;
  readonly conversation: string;
  /** Calls with the key of the account. */
  readonly account: (method: string, path: string, json?: object) => Promise<unknown>;
}

export async function scene(): Promise<Scene> {
  const api = await startV2();
  const authorization = basic(api.emulator.control.accountKey);
  const conversation = `/conversations/${await api.conversationOf(nora)}`;
  return {
    ...api,
    conversation,
    messages: `${conversation}/messages`,
    account: async (method, path, json) =>
      (await api.call(method, path, json === undefined ? { authorization } : { authorization, json })).body,
  };
}
