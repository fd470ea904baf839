import { badRequest, conflict, notFound } from '../errors.js';
import { formBody, jsonBody, sourceFile } from '../input/body.js';
import { limitedString, optionalArray, requiredString, type Body } from '../input/fields.js';
import { mediaUrl } from '../media/addresses.js';
import { storeUpload } from '../media/upload.js';
import type { Service } from '../service.js';
import { requireIntegration } from '../state/integrations.js';
import type { Fields, Integration } from '../state/model/index.js';
import { present } from '../views/common/wire.js';
import { parameter, type Call, type Route } from './route.js';

const profile = '/integrations/:integration/profile';
const templates = '/integrations/:integration/messageTemplates';
const profileLimits = {
  about: 139,
  address: 256,
  description: 256,
  email: 128,
  vertical: 128,
  photoUrl: 2048,
};

/** What only integrations with WhatsApp have: a profile of the business, and templates that WhatsApp approves. */
export function whatsAppRoutes(service: Service): Route[] {
  const { store, ids } = service;
  const target = (call: Call): Integration => {
    const integration = requireIntegration(store, call.app.id, parameter(call, 'integration'));
    if (integration.type !== 'whatsapp') throw badRequest('The integration is not one of type whatsapp');
    return integration;
  };
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
    {
      method: 'GET',
      path: templates,
      handle(call) {
        const name = call.query.get('name');
        const status = call.query.get('status');
        const found = target(call).messageTemplates.filter(
          (template) =>
            (name === null || template['name'] === name) &&
            (status === null || template['status'] === status),
        );
        return { body: { messageTemplates: found } };
      },
    },
    {
      method: 'POST',
      path: templates,
      async handle(call) {
        const body = await jsonBody(call.request);
        const integration = target(call);
        const name = requiredString(body, 'name');
        const language = requiredString(body, 'language');
        const isThere = integration.messageTemplates.some(
          (template) => template['name'] === name && template['language'] === language,
        );
        if (isThere) throw conflict('Message template already exists');
        const messageTemplate: Fields = {
          category: requiredString(body, 'category'),
          name,
          language,
          components: optionalArray(body, 'components') ?? [],
          status: 'PENDING',
          id: ids.number(15),
        };
        integration.messageTemplates = [...integration.messageTemplates, messageTemplate];
        return { status: 201, body: { messageTemplate } };
      },
    },
    {
      method: 'DELETE',
      path: `${templates}/:name`,
      handle(call) {
        const integration = target(call);
        const name = parameter(call, 'name');
        const left = integration.messageTemplates.filter((template) => template['name'] !== name);
        if (left.length === integration.messageTemplates.length) throw notFound('Message template');
        integration.messageTemplates = left;
        return { body: {} };
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
