import { startApi, type Answer, type Api } from './support.js';

/** Where the messages of the user `a` are. */
export const messages = '/v1.1/appusers/a/messages';

/** An emulator with a fresh user `a`, who has no conversation yet. */
export async function withUser(): Promise<Api> {
  const api = await startApi();
  await api.createUser('a');
  return api;
}

/** Posts a message to the user `a`. */
export function say(
  { call }: Api,
  role: string,
  fields: object = { type: 'text', text: 'Hi' },
  path = messages,
): Promise<Answer> {
  return call('POST', path, { json: { role, ...fields } });
}
