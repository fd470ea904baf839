// The service's own client of v2, led to the emulator.
import assert from 'node:assert/strict';
import Sunshine from 'sunshine-conversations-client';
import { app, url } from '../app.mjs';

const apis = Object.entries(Sunshine).filter(([name]) => name.endsWith('Api'));
const detailed = 'WithHttpInfo';
const called = new Set();

/** The calls of its API, by name. Beside each there is one that also gives the whole answer. */
export const callsOfApi = () =>
  apis
    .flatMap(([, Api]) => Object.getOwnPropertyNames(Api.prototype))
    .filter((name) => name !== 'constructor' && !name.endsWith(detailed));

/** Those that nobody has made so far. */
export const uncalled = () => callsOfApi().filter((name) => !called.has(name));

/** Every API of it, called with a key by HTTP Basic, or with a token. */
export function sunshineFor({ keyId, secret, token }, basePath = url) {
  const client = new Sunshine.ApiClient();
  client.basePath = basePath;
  const { basicAuth, bearerAuth } = client.authentications;
  if (token === undefined) Object.assign(basicAuth, { username: keyId, password: secret });
  else bearerAuth.accessToken = token;
  const watched = (Api) =>
    new Proxy(new Api(client), {
      get(api, name) {
        called.add(name.replace(detailed, ''));
        return api[name];
      },
    });
  return {
    activities: watched(Sunshine.ActivitiesApi),
    appKeys: watched(Sunshine.AppKeysApi),
    apps: watched(Sunshine.AppsApi),
    attachments: watched(Sunshine.AttachmentsApi),
    clients: watched(Sunshine.ClientsApi),
    control: watched(Sunshine.SwitchboardActionsApi),
    conversations: watched(Sunshine.ConversationsApi),
    devices: watched(Sunshine.DevicesApi),
    integrationKeys: watched(Sunshine.CustomIntegrationApiKeysApi),
    integrations: watched(Sunshine.IntegrationsApi),
    messages: watched(Sunshine.MessagesApi),
    oauth: watched(Sunshine.OAuthEndpointsApi),
    participants: watched(Sunshine.ParticipantsApi),
    switchboardIntegrations: watched(Sunshine.SwitchboardIntegrationsApi),
    switchboards: watched(Sunshine.SwitchboardsApi),
    users: watched(Sunshine.UsersApi),
    webhooks: watched(Sunshine.WebhooksApi),
  };
}

/** With the key of the app. */
export const sunshine = sunshineFor(app);

/** For `assert.rejects`. A refusal of this client is a plain object with the answer in it, and no error. */
export const refused = (status, code, title) => (refusal) => {
  assert.ok(!(refusal instanceof Error), `no refusal: ${refusal}`);
  const [first] = refusal.body.errors;
  assert.deepEqual([refusal.status, first.code], [status, code]);
  if (title !== undefined) assert.equal(first.title, title);
  return true;
};

/**
 * What was answered, as it was: the models in which this client wraps answers lose what the type of an integration or the like
 * adds.
 */
export async function whole(answer) {
  return (await answer).response.body;
}
