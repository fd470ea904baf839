import { textAt } from '../../../json.js';
import type { Asked } from '../asked.js';
import { nora, tomas, type Maker, type World } from '../v2-world.js';

export function ofUsers(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/users/{userIdOrExternalId}';
  const ofNew = async ({ user }: World): Promise<Asked> => ({ at: { userIdOrExternalId: await user() } });
  const ofTomas = (): Asked => ({ at: { userIdOrExternalId: tomas } });
  const link = async ({ make, user }: World): Promise<{ userId: string; json: object }> => {
    const userId = await user();
    const participants = [{ userId }];
    const personal = { type: 'personal', participants };
    const conversationId = await make('/conversations', personal, 'conversation', 'id');
    const integrationId = await make('/integrations', { type: 'whatsapp' }, 'integration', 'id');
    const matchCriteria = { type: 'whatsapp', integrationId, phoneNumber: '+15145555555' };
    const json = { matchCriteria, confirmation: { type: 'immediate' }, target: { conversationId } };
    return { userId, json };
  };
  return {
    'POST /v2/apps/{appId}/users': () => ({
      json: {
        externalId: 'ada',
        brandId: '9477922990333',
        signedUpAt: '2026-01-02T03:04:05.678Z',
        toBeRetained: false,
        profile: { givenName: 'Ada', surname: 'L', email: 'ada@example.com', locale: 'en-GB' },
        metadata: { plan: 'family' },
      },
    }),
    'GET /v2/apps/{appId}/users'({ emulator }) {
      emulator.control.user(nora).identifies(nora);
      return { query: { 'filter[identities.email]': nora } };
    },
    [`GET ${path}`]: () => ({ at: { userIdOrExternalId: nora } }),
    [`PATCH ${path}`]: async (world) => ({
      ...(await ofNew(world)),
      json: { profile: { givenName: 'Ada', surname: null }, metadata: { a: 1 } },
    }),
    [`DELETE ${path}`]: ofNew,
    async [`POST ${path}/clients`](world) {
      const { userId, json } = await link(world);
      return { at: { userIdOrExternalId: userId }, json };
    },
    [`GET ${path}/clients`]: () => ({ at: { userIdOrExternalId: nora } }),
    async [`DELETE ${path}/clients/{clientId}`](world) {
      const { userId, json } = await link(world);
      const clientId = await world.make(`/users/${userId}/clients`, json, 'client', 'id');
      return { at: { userIdOrExternalId: userId, clientId } };
    },
    [`GET ${path}/devices`]: ofTomas,
    async [`GET ${path}/devices/{deviceId}`]({ call, emulator }) {
      const { body } = await call('GET', `/v2/apps/${emulator.credentials.appId}/users/${tomas}/devices`);
      return { at: { userIdOrExternalId: tomas, deviceId: textAt(body, 'devices', 0, 'id') } };
    },
    [`DELETE ${path}/personalinformation`]: ofNew,
    async 'POST /v2/apps/{appId}/users/{zendeskId}/sync'({ emulator, user }) {
      emulator.control.user(await user()).isKnownToZendesk('35436');
      return { at: { zendeskId: '35436' } };
    },
  };
}
