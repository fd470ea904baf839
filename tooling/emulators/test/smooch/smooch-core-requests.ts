/** A request as smooch-core 8.11.4 makes it. Names after a colon stand for ids. */
export interface SentRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly json?: unknown;
  /** The text fields of a form, which has a picture as `source` beside. */
  readonly form?: Readonly<Record<string, string>>;
}

const text = { role: 'appMaker', type: 'text', text: 'Hi' };
const items = [{ type: 'link', text: 'Site', uri: 'https://example.com' }];
const user = '/appusers/:user';
const integration = '/integrations/:whatsapp';
const templates = `${integration}/messageTemplates`;
const get = (path: string): SentRequest => ({ method: 'GET', path });
const post = (path: string, json?: unknown): SentRequest => ({ method: 'POST', path, json });
const put = (path: string, json: unknown): SentRequest => ({ method: 'PUT', path, json });
const remove = (path: string): SentRequest => ({ method: 'DELETE', path });

/** About an app. With the key of an account the app comes before it. */
export const aboutApp: readonly SentRequest[] = [
  post('/appusers', { userId: 'new', givenName: 'Steve', properties: { level: 1 } }),
  get(user),
  put(user, { surname: 'Brule' }),
  get(`${user}/channels`),
  post(`${user}/channels`, {
    type: 'twilio',
    phoneNumber: '+15145550000',
    confirmation: { type: 'prompt' },
  }),
  post(`${user}/integrations/twilio/ping`),
  remove(`${user}/channels/twilio`),
  get(`${user}/businesssystems`),
  get(`${user}/linkrequest?integrationIds=:messenger%2C:viber`),
  get(`${user}/authcode`),
  get(`${user}/integrations/viber/qrcode`),
  get(`${user}/integrations/wechat/qrcode`),
  post('/appusers/merge', { surviving: { _id: ':user' }, discarded: { _id: ':other' } }),

  post(`${user}/messages`, text),
  get(`${user}/messages`),
  get(`${user}/messages?before=1600000000.5`),
  get(`${user}/messages?after=1600000000.5`),
  { method: 'POST', path: `${user}/images`, form: { role: 'appUser', text: 'Look' } },
  get(`${user}/conversation`),
  post(`${user}/conversation/activity`, { role: 'appMaker', type: 'typing:start' }),
  post(`${user}/conversation/read`),
  post(`${user}/conversation/postback`, { actionId: ':postback' }),
  post(`${user}/stripe/customer`, { token: 'tok_visa' }),
  post(`${user}/stripe/transaction`, { actionId: ':buy', token: 'tok_visa' }),
  get('/stripe/account'),
  remove(`${user}/messages/:message`),
  remove(`${user}/messages`),

  { method: 'POST', path: '/attachments?access=public', form: {} },
  { method: 'POST', path: '/attachments?access=public&for=message&userId=:userId', form: {} },
  { method: 'POST', path: '/attachments?access=public&for=message&appUserId=:user', form: {} },
  post('/attachments/remove', { mediaUrl: ':mediaUrl' }),

  get('/menu'),
  put('/menu', { items }),
  remove('/menu'),
  post(`${integration}/menu`, { items }),
  get(`${integration}/menu`),
  put(`${integration}/menu`, { items }),
  remove(`${integration}/menu`),
  get(`${integration}/profile`),
  put(`${integration}/profile`, { about: 'Tents' }),
  { method: 'PUT', path: `${integration}/profile/photo`, form: {} },
  post(templates, { category: 'ISSUE_RESOLUTION', name: 'hi', language: 'en', components: [] }),
  get(templates),
  get(`${templates}?limit=10&name=hi`),
  remove(`${templates}/hi`),

  post('/templates', { name: 'greeting', message: text }),
  get('/templates?limit=0&offset=0'),
  get('/templates/:template'),
  put('/templates/:template', { name: 'farewell', message: text }),
  remove('/templates/:template'),

  get('/webhooks'),
  post('/webhooks', { target: 'https://example.com/hook', triggers: ['message:appUser'] }),
  get('/webhooks/:webhook'),
  put('/webhooks/:webhook', { triggers: ['message:appMaker'] }),
  remove('/webhooks/:webhook'),

  remove(`${user}/profile`),
  remove(user),
];

/** About an app that the path always names. */
export const aboutNamedApp: readonly SentRequest[] = [
  post('/integrations', { type: 'telegram', token: 't' }),
  get('/integrations'),
  get('/integrations?limit=10&offset=1&types=messenger%2Cviber'),
  get(integration),
  put(integration, { displayName: 'Shop' }),
  post('/notifications', {
    destination: { integrationId: ':twilio', destinationId: '+15145550001' },
    author: { role: 'appMaker' },
    message: { type: 'text', text: 'Hi' },
  }),
  remove(integration),
];

/** About the account itself. */
export const aboutAccount: readonly SentRequest[] = [
  post('/apps', { name: 'Another' }),
  get('/apps'),
  get('/apps?limit=10&offset=1&serviceAccountId=:serviceAccount'),
  get('/apps/:madeApp'),
  put('/apps/:madeApp', { name: 'Renamed' }),
  get('/apps/:madeApp/sdks'),
  post('/apps/:madeApp/keys', { name: 'deploy' }),
  get('/apps/:madeApp/keys'),
  get('/apps/:madeApp/keys/:key'),
  get('/apps/:madeApp/keys/:key/jwt'),
  remove('/apps/:madeApp/keys/:key'),
  remove('/apps/:madeApp'),

  post('/serviceaccounts', { name: 'worker' }),
  get('/serviceaccounts?limit=10&offset=0'),
  get('/serviceaccounts/:serviceAccount'),
  put('/serviceaccounts/:serviceAccount', { name: 'deployer' }),
  post('/serviceaccounts/:serviceAccount/keys', { name: 'main' }),
  get('/serviceaccounts/:serviceAccount/keys'),
  get('/serviceaccounts/:serviceAccount/keys/:serviceKey'),
  get('/serviceaccounts/:serviceAccount/keys/:serviceKey/jwt'),
  remove('/serviceaccounts/:serviceAccount/keys/:serviceKey'),
  remove('/serviceaccounts/:serviceAccount'),

  post('/whatsapp/deployments', { hosting: 'smooch' }),
  get('/whatsapp/deployments'),
  get('/whatsapp/deployments/:deployment'),
  post('/whatsapp/deployments/:deployment/activate', {
    phoneNumber: '+15145550000',
    verifiedNameCertificate: 'certificate',
    method: 'sms',
  }),
  post('/whatsapp/deployments/:deployment/code/confirm', { code: '123-456' }),
  remove('/whatsapp/deployments/:deployment'),
];
