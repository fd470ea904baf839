import { at, textAt } from '../../json.js';
import { ask } from '../described/asked.js';
import { legacyRequests } from '../described/legacy-requests.js';
import { legacyWorldOf, type LegacyWorld } from '../described/legacy-world.js';
import { basic, startApi, upload } from '../support.js';

/** All answers of one emulator, by what was asked: `GET /apps/{}/appusers/{}`. */
export type Answers = ReadonlyMap<string, readonly unknown[]>;

/** What was asked, without what differs from call to call, and with the app that short paths leave out. */
export function asked(method: string, path: string): string {
  const below = path
    .replace(/\?.*$/, '')
    .replace(/^\/v1(?:\.1)?(?=\/)/, '')
    .replaceAll(/\{[^}]*\}/g, '{}')
    .toLowerCase();
  const isAboutApp = !/^\/(?:apps|serviceaccounts|whatsapp|init)(?:\/|$)/.test(below);
  return `${method} ${isAboutApp ? `/apps/{}${below}` : below}`;
}

const messages = 'POST /apps/{}/appusers/{}/messages';
const link = { type: 'link', text: 'Look', uri: 'https://example.com', default: true };
const postback = { type: 'postback', text: 'More', payload: 'MORE', metadata: { a: 1 } };
const reply = { type: 'reply', text: 'Yes', payload: 'YES', iconUrl: 'https://example.com/i.png' };
const webview = {
  type: 'webview',
  text: 'Open',
  uri: 'https://example.com',
  fallback: 'https://example.com/f',
  size: 'compact',
  openOnReceive: true,
  extraChannelOptions: { messenger: { messenger_extensions: true } },
};
const item = {
  title: 'Tent',
  description: 'For two',
  mediaUrl: 'https://example.com/tent.png',
  altText: 'A tent',
  size: 'large',
  metadata: { a: 1 },
};
const options = [{ name: 'pizza', label: 'Pizza' }];
const fields = [
  { type: 'text', name: 'name', label: 'Your name?', placeholder: 'Name', minSize: 1, maxSize: 30 },
  { type: 'select', name: 'meal', label: 'Your meal?', options },
];
const place = { address: '5333 avenue Casgrain', name: 'Here' };

/** Messages of every kind, with everything that they can have. */
const contents: readonly object[] = [
  {
    type: 'text',
    text: 'Hi',
    actions: [link, postback, { type: 'buy', text: 'Buy', amount: 1000 }, webview],
  },
  {
    type: 'text',
    text: 'Hi',
    actions: [reply, { type: 'locationRequest', text: 'Here' }],
    metadata: { a: 1 },
  },
  {
    type: 'carousel',
    items: [{ ...item, actions: [link, { type: 'share' }] }],
    displaySettings: { imageAspectRatio: 'square' },
  },
  { type: 'list', items: [{ ...item, actions: [postback] }], actions: [link] },
  { type: 'location', coordinates: { lat: 45.5, long: -73.6 }, location: place },
  { type: 'form', fields, blockChatInput: true },
  {
    type: 'text',
    text: 'Hi',
    name: 'Ann',
    email: 'ann@example.com',
    override: { whatsapp: { payload: {} } },
  },
];

const integrations: readonly object[] = [
  { type: 'messenger', pageAccessToken: 'p', appId: 'a', appSecret: 's' },
  { type: 'fcm', serverKey: 'k', senderId: 's' },
  { type: 'apn', certificate: 'c', autoUpdateBadge: true, production: false },
  { type: 'line', channelId: 'c', channelSecret: 's' },
  {
    type: 'mailgun',
    apiKey: 'k',
    domain: 'd',
    incomingAddress: 'i',
    hideUnsubscribeLink: true,
    fromAddress: 'f',
  },
  { type: 'telegram', token: 't' },
  { type: 'twilio', accountSid: 'a', authToken: 't', phoneNumberSid: 'p' },
  {
    type: 'twitter',
    tier: 'premium',
    envName: 'e',
    consumerKey: 'k',
    consumerSecret: 's',
    accessTokenKey: 'k',
    accessTokenSecret: 's',
  },
  { type: 'viber', token: 't' },
  { type: 'wechat', appId: 'a', appSecret: 's' },
  { type: 'whatsapp', baseUrl: 'https://whatsapp.example', username: 'u', password: 'p' },
  {
    type: 'web',
    businessName: 'Trailhead',
    backgroundImageUrl: null,
    originWhitelist: null,
    integrationOrder: null,
  },
];

/** Asks an emulator for everything, of v1, v1.1 and the years before, with all that it can be asked with. */
export async function everyAnswer(
  operations: readonly { readonly method: string; readonly path: string }[],
): Promise<Answers> {
  const world = legacyWorldOf(await startApi({ legacy: true }));
  const { call, emulator } = world;
  const answers = new Map<string, unknown[]>();
  const keep = (question: string, body: unknown): void => {
    const key = at(body, 'appUser') === undefined ? question : 'an app user';
    answers.set(key, [...(answers.get(key) ?? []), body]);
  };
  const send = async (method: string, path: string, json?: object): Promise<unknown> => {
    const { body } = await call(method, `/v1${path}`, json === undefined ? {} : { json });
    return body;
  };
  for (const { method, path } of operations) {
    const below = path.replace(/^\/v1(\.1)?/, '');
    const maker = legacyRequests[`${method} ${below}`];
    if (maker === undefined) continue;
    const operation = { name: '', method, path, body: undefined, answers: new Map() };
    keep(asked(method, path), (await ask(world, operation, await maker(world))).body);
  }
  await keepMessages(world, keep, send);
  for (const json of integrations)
    keep('POST /apps/{}/integrations', await send('POST', '/integrations', json));
  keep('GET /apps/{}/integrations', await send('GET', '/integrations?limit=100'));
  const phone = { type: 'twilio', phoneNumber: '+15145555555', skipConfirmation: true };
  await send('POST', '/appusers/customer-2093/channels', phone);
  const { body: shown } = await call('GET', '/v1.1/appusers/customer-2093');
  keep('GET /apps/{}/appusers/{}', shown);
  emulator.control.link(textAt(shown, 'appUser', 'pendingClients', 0, '_id'), 'confirm');
  for (const { _id } of emulator.control.users()) {
    keep('GET /apps/{}/appusers/{}', await send('GET', `/appusers/${_id}`));
    keep('GET /apps/{}/appusers/{}/channels', await send('GET', `/appusers/${_id}/channels`));
  }
  const authorization = basic(emulator.control.accountKey);
  keep('GET /serviceaccounts', (await call('GET', '/v1.1/serviceaccounts', { authorization })).body);
  await keepOthers(world, keep, send);
  return answers;
}

type Keep = (key: string, body: unknown) => void;
type Send = (method: string, path: string, json?: object) => Promise<unknown>;

async function keepMessages(
  { call, user, emulator, clock }: LegacyWorld,
  keep: Keep,
  send: Send,
): Promise<void> {
  const userId = await user();
  const path = `/appusers/${userId}/messages`;
  const file = async (name: string): Promise<string> => {
    const form = upload(new Uint8Array(9), name);
    return textAt((await call('POST', '/v1/attachments?access=public', { form })).body, 'mediaUrl');
  };
  const media = [
    { type: 'image', mediaUrl: await file('city.jpg'), text: 'Look', actions: [link], altText: 'A city' },
    { type: 'file', mediaUrl: await file('list.pdf') },
  ];
  for (const [index, content] of [...contents, ...media].entries()) {
    keep(messages, await send('POST', path, { role: 'appMaker', ...content }));
    const message = { role: 'appMaker', ...content };
    keep('POST /apps/{}/templates', await send('POST', '/templates', { name: `kept-${index}`, message }));
  }
  keep(
    messages,
    await send('POST', path, { role: 'appUser', type: 'image', mediaUrl: await file('city.jpg') }),
  );
  await send('POST', path, { role: 'appUser', type: 'text', text: 'Yes', payload: 'YES' });
  keep(
    messages,
    await send('POST', path, { role: 'appMaker', type: 'text', text: 'So: %((template:kept-1))%' }),
  );
  keep('GET /apps/{}/templates', await send('GET', '/templates?limit=100'));
  emulator.control.user(userId).sends({ text: 'Hi' });
  const { received } = at(await send('GET', path), 'messages', 1) as { readonly received: number };
  for (const query of ['', `?before=${received + 1}`]) {
    await clock.advance(2000);
    emulator.control.user(userId).sends({ text: 'Hi' });
    keep('GET /apps/{}/appusers/{}/messages', await send('GET', path + query));
  }
  const json = { role: 'appMaker', type: 'conversation:read' };
  keep(
    'POST /apps/{}/appusers/{}/conversation/activity',
    await send('POST', `/appusers/${userId}/conversation/activity`, json),
  );
}

/** What is asked for nowhere in the descriptions. */
async function keepOthers({ call, makeInApp, emulator }: LegacyWorld, keep: Keep, send: Send): Promise<void> {
  const web = await makeInApp('/integrations', { type: 'web', businessName: 'T' }, 'integration', '_id');
  const cleared = { backgroundImageUrl: null, originWhitelist: null, integrationOrder: null };
  keep('PUT /apps/{}/integrations/{}', await send('PUT', `/integrations/${web}`, cleared));
  const settings = { inputEnabled: true };
  const items = [link, postback, { type: 'submenu', text: 'More', items: [postback] }];
  keep('PUT /apps/{}/menu', await send('PUT', '/menu', { items, settings, name: 'Ours' }));
  keep('GET /apps/{}/menu', await send('GET', '/menu'));
  keep(
    'PUT /apps/{}/integrations/{}/menu',
    await send('PUT', `/integrations/${web}/menu`, { items, settings }),
  );
  keep('GET /apps/{}/integrations/{}/menu', await send('GET', `/integrations/${web}/menu`));
  const whatsapp = await makeInApp(
    '/integrations',
    { type: 'whatsapp', deploymentId: 'd' },
    'integration',
    '_id',
  );
  const template = {
    category: 'ISSUE_UPDATE',
    name: 'hi',
    language: 'en',
    components: [{ type: 'BODY', text: 'Hi' }],
  };
  await send('POST', `/integrations/${whatsapp}/messageTemplates`, template);
  keep(
    'DELETE /apps/{}/integrations/{}/messagetemplates/{}',
    await send('DELETE', `/integrations/${whatsapp}/messageTemplates/hi`),
  );
  const device = {
    id: 'd',
    platform: 'ios',
    pushNotificationToken: 'p',
    appVersion: '1',
    info: { os: 'iOS' },
  };
  keep('POST /init', await send('POST', '/init', { device, userId: 'first' }));
  keep(
    'PUT /apps/{}/appusers/{}/devices/{}',
    await send('PUT', '/appusers/first/devices/d', { appVersion: '2' }),
  );
  keep('POST /apps/{}/appusers/{}/events', await send('POST', '/appusers/first/events', { name: 'x' }));
  const words = { text: 'Hi', role: 'appUser', avatarUrl: 'https://example.com/a.png' };
  const said = await send('POST', '/appusers/first/conversation/messages', words);
  keep('POST /apps/{}/appusers/{}/conversation/messages', said);
  const form = upload(new Uint8Array(9), 'tent.png', {
    role: 'appUser',
    avatarUrl: 'https://example.com/a.png',
  });
  const pictured = await call('POST', '/v1/appusers/first/conversation/images', { form });
  keep('POST /apps/{}/appusers/{}/conversation/images', pictured.body);
  keep('GET /apps/{}/appusers/{}/conversation', await send('GET', '/appusers/first/conversation'));
  keep('GET /apps/{}/appusers/{}', await send('GET', '/appusers/first'));
  for (const path of ['/v1', '/v1.1']) {
    keep(
      '',
      (await call('GET', `${path}/appusers/${emulator.control.users()[0]?._id}`, { authorization: null }))
        .body,
    );
  }
}
