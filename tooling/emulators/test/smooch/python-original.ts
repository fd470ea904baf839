import { textAt, at, listAt } from '../json.js';
import { bearer, type Api } from './support.js';

/** What the library raises. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** The methods of the Python library of 2015, by what they sent and took for a success. */
export interface PythonOriginal {
  precreateUser(userId: string): Promise<unknown>;
  initUser(userId: string, deviceId: string): Promise<unknown>;
  getUser(userId: string): Promise<unknown>;
  updateUser(userId: string, data: object): Promise<unknown>;
  postMessage(userId: string, message: string, sentByMaker: boolean): Promise<unknown>;
  postMedia(userId: string, file: PythonFile, sentByMaker: boolean): Promise<unknown>;
  linkUserToChannel(userId: string, channel: string, entity: object, skip: boolean): Promise<unknown>;
  unlinkUserFromChannel(userId: string, channel: string): Promise<unknown>;
  getWebhooks(): Promise<unknown>;
  makeWebhook(target: string, triggers: readonly string[]): Promise<unknown>;
  updateWebhook(webhookId: string, data: object): Promise<unknown>;
  deleteWebhook(webhookId: string): Promise<unknown>;
  deleteAllWebhooks(): Promise<void>;
  ensureWebhookExist(trigger: string, target: string): Promise<readonly [id: string, secret: string]>;
}

/** A file as its HTTP library put it into a form: named in the header of the part, without a type. */
export interface PythonFile {
  /** All of the header after `name="source"`. */
  readonly named: string;
  readonly bytes: Uint8Array;
}

/** The library with the key of the app, in plain fetch. */
export async function pythonOriginal({ emulator }: Pick<Api, 'emulator'>): Promise<PythonOriginal> {
  // Signed once, without a time.
  const authorization = await bearer(emulator.credentials, { scope: 'app' });

  const ask = async (
    method: string,
    endpoint: string,
    body?: BodyInit,
    type = 'application/json',
  ): Promise<unknown> => {
    const response = await fetch(`${emulator.url}/v1/${endpoint}`, {
      method,
      headers: { authorization, 'content-type': type, accept: '*/*', 'user-agent': 'python-requests/2.9.1' },
      ...(body === undefined ? {} : { body }),
    });
    const answer: unknown = await response.json();
    if (response.status !== 200 && response.status !== 201) throw new ApiError(response.status, answer);
    return answer;
  };
  const send = (method: string, endpoint: string, data: object): Promise<unknown> =>
    ask(method, endpoint, JSON.stringify(data));
  const roleOf = (sentByMaker: boolean): string => (sentByMaker ? 'appMaker' : 'appUser');

  const python: PythonOriginal = {
    precreateUser: (userId) => send('POST', 'appusers', { userId }),
    initUser: (userId, deviceId) =>
      send('POST', 'init', { device: { id: deviceId, platform: 'other' }, userId }),
    getUser: (userId) => ask('GET', `appusers/${userId}`),
    updateUser: (userId, data) => send('PUT', `appusers/${userId}`, data),
    postMessage: (userId, text, sentByMaker) =>
      send('POST', `appusers/${userId}/conversation/messages`, { text, role: roleOf(sentByMaker) }),
    postMedia(userId, file, sentByMaker) {
      const { body, type } = multipart({ role: roleOf(sentByMaker) }, file);
      return ask('POST', `appusers/${userId}/conversation/images`, body, type);
    },
    linkUserToChannel: (userId, channel, entity, skip) =>
      send('POST', `appusers/${userId}/channels`, { type: channel, skipConfirmation: skip, ...entity }),
    unlinkUserFromChannel: (userId, channel) => ask('DELETE', `appusers/${userId}/channels/${channel}`),
    getWebhooks: () => ask('GET', 'webhooks'),
    makeWebhook: (target, triggers) => send('POST', 'webhooks', { target, triggers }),
    updateWebhook: (webhookId, data) => send('PUT', `webhooks/${webhookId}`, data),
    deleteWebhook: (webhookId) => ask('DELETE', `webhooks/${webhookId}`),
    async deleteAllWebhooks() {
      for (const webhook of listAt(await python.getWebhooks(), 'webhooks')) {
        await python.deleteWebhook(textAt(webhook, '_id'));
      }
    },
    async ensureWebhookExist(trigger, target) {
      const webhooks = listAt(await python.getWebhooks(), 'webhooks');
      const known = webhooks.find((webhook) => listAt(webhook, 'triggers').includes(trigger));
      if (known === undefined) return idAndSecret(at(await python.makeWebhook(target, [trigger]), 'webhook'));
      if (textAt(known, 'target') === target) return idAndSecret(known);
      const data = { target, triggers: [trigger] };
      return idAndSecret(at(await python.updateWebhook(textAt(known, '_id'), data), 'webhook'));
    },
  };
  return python;
}

function idAndSecret(webhook: unknown): readonly [string, string] {
  return [textAt(webhook, '_id'), textAt(webhook, 'secret')];
}

function multipart(
  fields: Readonly<Record<string, string>>,
  { named, bytes }: PythonFile,
): { body: Uint8Array<ArrayBuffer>; type: string } {
  const boundary = 'b9d1f3a06d5c4b2f8a8f3c1d5e7f9a0b';
  const disposition = (name: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
  const texts = Object.entries(fields).map(([name, value]) => `${disposition(name)}\r\n\r\n${value}\r\n`);
  const body = Buffer.concat([
    Buffer.from(`${texts.join('')}${disposition('source')}; ${named}\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { body: new Uint8Array(body), type: `multipart/form-data; boundary=${boundary}` };
}
