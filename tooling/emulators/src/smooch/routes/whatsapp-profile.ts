import { badRequest } from '../errors.js';
import { formBody, jsonBody, sourceFile } from '../input/body.js';
import { limitedString, optionalArray, type Body } from '../input/fields.js';
import { mediaUrl } from '../media/addresses.js';
import { storeUpload } from '../media/upload.js';
import type { Service } from '../service.js';
import { requireWhatsApp } from '../state/integrations.js';
import type { Fields, Integration } from '../state/model/index.js';
import { present } from '../views/common/wire.js';
import { parameter, type Call, type Route } from './route.js';

const profile = '/integrations/:integration/profile';
const profileLimits = {
  about: 139,
  address: 256,
  description: 256,
  email: 128,
  vertical: 128,
  photoUrl: 2048,
};

/** The profile of the business, which only integrations with WhatsApp have. */
export function whatsAppProfileRoutes(service: Service): Route[] {
  const { store } = service;
  const target = (call: Call): Integration =>
    requireWhatsApp(store, call.app.id, parameter(call, 'integration'));
  return [
    { method: 'GET', path: profile, handle: (call) => ({ body: { profile: target(call).profile } }) },
    {
      method: 'PUT',
      path: profile,
      async handle(call) {
        const change = readProfile(await jsonBody(call.request));
        const integration = target(call);
        integration.profile = { ...integration.profile, ...change };
        return { body: {} };
      },
    },
    {
      method: 'PUT',
      path: `${profile}/photo`,
      async handle(call) {
        const file = sourceFile(await formBody(call.request));
        const integration = target(call);
        const photo = await storeUpload(service, file, {
          appId: call.app.id,
          forUserId: undefined,
          conversationId: undefined,
          accepts: (mediaType) => mediaType.startsWith('image/'),
        });
        const photoUrl = mediaUrl(service, photo);
        integration.profile = { ...integration.profile, photoUrl };
        return { body: { photoUrl } };
      },
    },
  ];
}

function readProfile(body: Body): Fields {
  const texts = Object.entries(profileLimits).map(([name, most]) => [name, limitedString(body, name, most)]);
  const websites = optionalArray(body, 'websites');
  if (websites !== undefined && websites.length > 2) {
    throw badRequest("'websites' should NOT have more than 2 items");
  }
  return present({ ...Object.fromEntries(texts), websites });
}
