import { textAt } from '../../../json.js';
import { basic, bearer, upload } from '../../support.js';
import type { Maker, World } from '../v2-world.js';

export function ofApps(): Record<string, Maker> {
  const settings = { conversationRetentionSeconds: 3600, echoPostback: true };
  const newKey = ({ make }: World): Promise<string> => make('/keys', { displayName: 'One' }, 'key', 'id');
  return {
    'POST /v2/apps': () => ({ json: { displayName: 'Boots', settings, metadata: { a: 1 } } }),
    'GET /v2/apps': () => ({ query: { 'page[size]': '1' } }),
    'GET /v2/apps/{appId}': () => ({}),
    'PATCH /v2/apps/{appId}': () => ({
      json: { displayName: 'Trailhead', settings, metadata: { lang: 'sv' } },
    }),
    async 'DELETE /v2/apps/{appId}'({ call, emulator }) {
      const authorization = basic(emulator.control.accountKey);
      const made = await call('POST', '/v2/apps', { authorization, json: { displayName: 'Gone' } });
      return { at: { appId: textAt(made.body, 'app', 'id') } };
    },
    'POST /v2/apps/{appId}/keys': () => ({ json: { displayName: 'Two' } }),
    'GET /v2/apps/{appId}/keys': () => ({}),
    'GET /v2/apps/{appId}/keys/{keyId}': async (world) => ({ at: { keyId: await newKey(world) } }),
    'DELETE /v2/apps/{appId}/keys/{keyId}': async (world) => ({ at: { keyId: await newKey(world) } }),
    'POST /v2/apps/{appId}/attachments': async ({ conversation }) => ({
      query: { access: 'public', for: 'message', conversationId: await conversation() },
      form: upload(new Uint8Array(9), 'tent.png'),
    }),
    async 'POST /v2/apps/{appId}/attachments/remove'({ call, emulator }) {
      const path = `/v2/apps/${emulator.credentials.appId}/attachments?access=public`;
      const { body } = await call('POST', path, { form: upload(new Uint8Array(9), 'tent.png') });
      return { json: { mediaUrl: textAt(body, 'attachment', 'mediaUrl') } };
    },
  };
}

export function ofPartners(): Record<string, Maker> {
  const code = async ({ emulator }: World): Promise<object> => {
    const { id, secret } = emulator.control.oauthClient;
    const address = `${emulator.url}/oauth/authorize?client_id=${id}&response_type=code`;
    const { headers } = await fetch(address, { redirect: 'manual' });
    const given = new URL(headers.get('location') ?? '').searchParams.get('code');
    return { code: given, grant_type: 'authorization_code', client_id: id, client_secret: secret };
  };
  return {
    'GET /v2/tokenInfo': async ({ emulator }) => ({
      authorization: await bearer(emulator.credentials, { scope: 'app' }),
    }),
    'GET /oauth/authorize': ({ emulator }) => ({
      query: { client_id: emulator.control.oauthClient.id, response_type: 'code', state: 's' },
      authorization: null,
    }),
    'POST /oauth/token': async (world) => ({ json: await code(world), authorization: null }),
    async 'DELETE /oauth/authorization'(world) {
      const { body } = await world.call('POST', '/oauth/token', {
        json: await code(world),
        authorization: null,
      });
      return { authorization: `Bearer ${textAt(body, 'access_token')}` };
    },
  };
}
