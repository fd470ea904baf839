import { textAt } from '../../json.js';
import { basic, type Api } from '../support.js';

/** The things in an emulator that operations of v1 and v1.1 are about, made when they are needed. */
export interface LegacyWorld extends Api {
  /** Makes something and gives its id. The path is below `/v1.1`. */
  readonly make: (path: string, json: object, ...at: readonly string[]) => Promise<string>;
  /** Makes something below the app and gives its id. */
  readonly makeInApp: LegacyWorld['make'];
  /** Makes a user who has a conversation. */
  readonly user: () => Promise<string>;
}

export const text = { role: 'appMaker', type: 'text', text: 'Hi' };

export function legacyWorldOf(api: Api): LegacyWorld {
  const { call, emulator } = api;
  const authorization = basic(emulator.control.accountKey);
  const make: LegacyWorld['make'] = async (path, json, ...where) =>
    textAt((await call('POST', `/v1.1${path}`, { authorization, json })).body, ...where);
  let users = 0;
  return {
    ...api,
    make,
    makeInApp: (path, json, ...where) => make(`/apps/${emulator.credentials.appId}${path}`, json, ...where),
    async user() {
      users += 1;
      const userId = await api.createUser(`user-${users}`);
      await call('POST', `/v1.1/appusers/${userId}/messages`, { json: { ...text, role: 'appUser' } });
      return userId;
    },
  };
}
