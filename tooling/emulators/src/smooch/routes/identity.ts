import { badRequest } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { requiredObject, requiredString } from '../input/fields.js';
import type { Service } from '../service.js';
import { defaultConversation } from '../state/conversations.js';
import { requireIntegration } from '../state/integrations.js';
import { mergeUsers } from '../state/merge.js';
import type { Integration, User } from '../state/model/index.js';
import { clearPersonalInformation, requireUser } from '../state/users.js';
import { parameter, type Call, type Route } from './route.js';

/** Who an app user is: profile, merging, and what leads them from one place to another. */
export function identityRoutes(service: Service): Route[] {
  const { store, ids } = service;
  const target = (call: Call): User => requireUser(store, call.app.id, parameter(call, 'user'));
  return [
    {
      method: 'DELETE',
      path: '/appusers/:user/profile',
      reach: 'integration',
      handle(call) {
        const user = target(call);
        clearPersonalInformation(user);
        return { body: { appUser: call.views.appUser(user, defaultConversation(store, user)) } };
      },
    },
    {
      method: 'POST',
      path: '/appusers/merge',
      reach: 'integration',
      async handle({ app, request }) {
        const body = await jsonBody(request);
        const [surviving, discarded] = ['surviving', 'discarded'].map((name) =>
          requireUser(store, app.id, requiredString(requiredObject(body, name), '_id')),
        );
        if (surviving === undefined || discarded === undefined || surviving === discarded) {
          throw badRequest('A user cannot be merged into itself');
        }
        mergeUsers(service, app, { surviving, discarded, reason: 'api' });
        return { body: {} };
      },
    },
    {
      method: 'GET',
      path: '/appusers/:user/businesssystems',
      reach: 'integration',
      handle: (call) => ({ body: { businessSystems: target(call).businessSystems } }),
    },
    {
      method: 'GET',
      path: '/appusers/:user/linkrequest',
      reach: 'integration',
      handle(call) {
        target(call);
        const named =
          call.query
            .get('integrationIds')
            ?.split(',')
            .filter((id) => id !== '') ?? [];
        if (named.length === 0) throw badRequest("should have required property 'integrationIds'");
        const linkRequests = named.map((id) => {
          const code = ids.linkCode();
          const integration = requireIntegration(store, call.app.id, id);
          return { integrationId: id, type: integration.type, code, url: addressWith(integration, code) };
        });
        return { body: { linkRequests } };
      },
    },
    {
      method: 'GET',
      path: '/appusers/:user/authcode',
      reach: 'integration',
      handle(call) {
        target(call);
        return { body: { authCode: ids.authCode() } };
      },
    },
  ];
}

/** Where a user finds the business on a channel, with the code by which they are known again. */
function addressWith({ type, fields }: Integration, code: string): string {
  const name = (field: string): string => {
    const value = fields[field];
    return typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : '';
  };
  switch (type) {
    case 'messenger':
      return `https://m.me/${name('pageId')}?ref=${code}`;
    case 'telegram':
      return `https://telegram.me/${name('username')}?start=${code}`;
    case 'viber':
      return `viber://pa?chatURI=${name('uri')}&context=${code}`;
    default:
      throw badRequest(`Integrations of type ${type} have no link requests`);
  }
}
