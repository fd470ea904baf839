import { expect, test } from 'vitest';
import { textAt } from '../json.js';
import { aboutAccount, aboutApp, aboutNamedApp, type SentRequest } from './smooch-core-requests.js';
import { bearer, startApi, upload, type Api } from './support.js';

const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

type Ids = Readonly<Record<string, string>>;

/** What the requests are about, made beforehand. */
async function prepare({ call, emulator }: Api, account: string): Promise<Ids> {
  const inApp = `/apps/${emulator.credentials.appId}`;
  const make = async (json: object, path: string, as: string): Promise<string> =>
    textAt((await call('POST', `/v1.1${path}`, { json, authorization: account })).body, as, '_id');
  const integration = (json: object): Promise<string> => make(json, `${inApp}/integrations`, 'integration');
  const user = await make({ userId: 'u' }, `${inApp}/appusers`, 'appUser');
  const message = await call('POST', '/v1.1/appusers/u/messages', {
    json: {
      role: 'appMaker',
      type: 'text',
      text: 'A tent?',
      actions: [
        { type: 'postback', text: 'More', payload: 'MORE' },
        { type: 'buy', text: 'Buy', amount: 2500 },
      ],
    },
  });
  const file = await call('POST', '/v1.1/attachments?access=public', { form: upload(picture, 'tent.png') });
  const madeApp = await make({ name: 'Made' }, '/apps', 'app');
  const serviceAccount = await make({ name: 'Made' }, '/serviceaccounts', 'serviceAccount');
  return {
    app: emulator.credentials.appId,
    user,
    userId: 'u',
    other: await make({ userId: 'other' }, `${inApp}/appusers`, 'appUser'),
    message: textAt(message.body, 'message', '_id'),
    postback: textAt(message.body, 'message', 'actions', 0, '_id'),
    buy: textAt(message.body, 'message', 'actions', 1, '_id'),
    mediaUrl: textAt(file.body, 'mediaUrl'),
    messenger: await integration({ type: 'messenger', pageAccessToken: 'p', appId: 'a', appSecret: 's' }),
    twilio: await integration({ type: 'twilio', accountSid: 'AC1', authToken: 't', phoneNumberSid: 'PN1' }),
    viber: await integration({ type: 'viber', token: 't' }),
    wechat: await integration({ type: 'wechat', appId: 'a', appSecret: 's' }),
    whatsapp: await integration({ type: 'whatsapp', deploymentId: 'd' }),
    template: await make(
      { name: 'kept', message: { role: 'appMaker', type: 'text', text: 'Hi' } },
      `${inApp}/templates`,
      'template',
    ),
    webhook: await make(
      { target: 'https://example.com/', triggers: ['message:appUser'] },
      `${inApp}/webhooks`,
      'webhook',
    ),
    madeApp,
    key: await make({ name: 'Made' }, `/apps/${madeApp}/keys`, 'key'),
    serviceAccount,
    serviceKey: await make({ name: 'Made' }, `/serviceaccounts/${serviceAccount}/keys`, 'key'),
    deployment: await make({ hosting: 'smooch' }, '/whatsapp/deployments', 'deployment'),
  };
}

/** Makes the requests one after the other, and gives those that are not answered as a success. */
async function unanswered(
  { call }: Api,
  requests: readonly (SentRequest & { readonly prefix: string })[],
  authorization: string,
  ids: Ids,
): Promise<string[]> {
  const filled = (text: string): string =>
    text.replaceAll(/:([a-z]\w*)/gi, (all, name: string) => ids[name] ?? all);
  const failed: string[] = [];
  for (const { method, path, json, form, prefix } of requests) {
    // Requests without a body say that they are JSON, too.
    const type = form === undefined ? { 'content-type': 'application/json' } : {};
    const { status } = await call(method, filled(`/v1.1${prefix}${path}`), {
      authorization,
      headers: { accept: 'application/json', ...type },
      ...(json === undefined ? {} : { json: JSON.parse(filled(JSON.stringify(json))) as unknown }),
      ...(form === undefined ? {} : { form: upload(picture, 'tent.png', form) }),
    });
    if (![200, 201].includes(status)) failed.push(`${status} ${method} ${prefix}${path}`);
  }
  return failed;
}

const at = (prefix: string, requests: readonly SentRequest[]) =>
  requests.map((request) => ({ ...request, prefix }));

test('everything that smooch-core sends with the key of an app is answered', async () => {
  const api = await startApi();
  const account = await bearer(api.emulator.control.accountKey, { scope: 'account', iat: 0 });
  const ids = await prepare(api, account);
  const requests = [...at('', aboutApp), ...at('/apps/:app', aboutNamedApp)];
  const token = await bearer(api.emulator.credentials, { scope: 'app', iat: 0 });
  expect(await unanswered(api, requests, token, ids)).toEqual([]);
});

test('everything that smooch-core sends with the key of an account is answered', async () => {
  const api = await startApi();
  const account = await bearer(api.emulator.control.accountKey, { scope: 'account', iat: 0 });
  const ids = await prepare(api, account);
  const requests = [...at('/apps/:app', [...aboutApp, ...aboutNamedApp]), ...at('', aboutAccount)];
  expect(await unanswered(api, requests, account, ids)).toEqual([]);
});
