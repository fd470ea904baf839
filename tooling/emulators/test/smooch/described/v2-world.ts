import { at, textAt } from '../../json.js';
import { basic, type Api } from '../support.js';
import type { Asked } from './asked.js';

/** Makes a valid request, and what it is about. */
export type Maker = (world: World) => Asked | Promise<Asked>;

/** The things in an emulator that operations are about, made when they are needed. */
export interface World extends Api {
  /** Makes something below the app and gives its id. */
  readonly make: (path: string, json: object, ...at: readonly (string | number)[]) => Promise<string>;
  readonly user: () => Promise<string>;
  readonly conversation: () => Promise<string>;
  readonly group: () => Promise<string>;
  readonly message: (conversationId: string) => Promise<string>;
  /** A custom integration, with one webhook. The same each time. */
  readonly custom: () => Promise<string>;
  /** The switchboard, with a seat that answers. The same each time. */
  readonly switchboard: () => Promise<{ readonly id: string; readonly seat: string }>;
}

/** The seeded user with a device, and one with a channel. */
export const tomas = 'customer-2093';
export const nora = 'nora.lindqvist@example.com';

const text = { author: { type: 'business' }, content: { type: 'text', text: 'Hi' } };
export const webhook = { target: 'https://hooks.example.com/', triggers: ['conversation:message'] };

export function worldOf(api: Api): World {
  const { call, emulator } = api;
  const authorization = basic(emulator.control.accountKey);
  const send = (method: string, path: string, json: object) =>
    call(method, `/v2/apps/${emulator.credentials.appId}${path}`, { authorization, json });
  const make: World['make'] = async (path, json, ...where) =>
    textAt((await send('POST', path, json)).body, ...where);
  let custom: Promise<string> | undefined;
  let seats = 0;
  const world: World = {
    ...api,
    make,
    user: () => make('/users', {}, 'user', 'id'),
    async conversation() {
      const json = { type: 'personal', participants: [{ userId: await world.user() }] };
      return make('/conversations', json, 'conversation', 'id');
    },
    async group() {
      const participants = [{ userId: await world.user(), subscribeSDKClient: false }];
      return make('/conversations', { type: 'sdkGroup', participants }, 'conversation', 'id');
    },
    message: (conversationId) => make(`/conversations/${conversationId}/messages`, text, 'messages', 0, 'id'),
    custom() {
      custom ??= make('/integrations', { type: 'custom', webhooks: [webhook] }, 'integration', 'id');
      return custom;
    },
    async switchboard() {
      const path = `/v2/apps/${emulator.credentials.appId}/switchboards`;
      const found = at((await call('GET', path)).body, 'switchboards', 0, 'id');
      const id = typeof found === 'string' ? found : await make('/switchboards', {}, 'switchboard', 'id');
      seats += 1;
      const json = { name: `seat-${seats}`, integrationId: await world.custom() };
      const seat = await make(
        `/switchboards/${id}/switchboardIntegrations`,
        json,
        'switchboardIntegration',
        'id',
      );
      const settings = { enabled: true, defaultSwitchboardIntegrationId: seat };
      await send('PATCH', `/switchboards/${id}`, settings);
      return { id, seat };
    },
  };
  return world;
}
