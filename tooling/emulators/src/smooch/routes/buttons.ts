import { badRequest } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { requiredString } from '../input/fields.js';
import type { Service } from '../service.js';
import { channelOf } from '../state/channel-of.js';
import { primaryClient } from '../state/clients.js';
import type { User } from '../state/model/index.js';
import { pay, press, requireButton } from '../state/presses.js';
import { requireUser } from '../state/users.js';
import { parameter, type Call, type Route } from './route.js';

/** What an SDK does for its user: pressing buttons and paying. */
export function buttonRoutes(service: Service): Route[] {
  const target = (call: Call): User => requireUser(service.store, call.app.id, parameter(call, 'user'));
  return [
    {
      method: 'POST',
      path: '/appusers/:user/conversation/postback',
      reach: 'integration',
      openToAppUser: true,
      async handle(call) {
        const actionId = requiredString(await jsonBody(call.request), 'actionId');
        const user = target(call);
        const button = requireButton(service, user, actionId);
        press(service, call.app, user, channelOf(service, user), button);
        return { body: {} };
      },
    },
    {
      method: 'POST',
      path: '/appusers/:user/stripe/customer',
      reach: 'integration',
      openToAppUser: true,
      async handle(call) {
        requiredString(await jsonBody(call.request), 'token');
        target(call).hasPaymentInfo = true;
        return { body: {} };
      },
    },
    {
      method: 'POST',
      path: '/appusers/:user/stripe/transaction',
      reach: 'integration',
      openToAppUser: true,
      async handle(call) {
        const body = await jsonBody(call.request);
        const actionId = requiredString(body, 'actionId');
        const user = target(call);
        if (!user.hasPaymentInfo) requiredString(body, 'token');
        const button = requireButton(service, user, actionId);
        if (button.action.type !== 'buy') throw badRequest('The action is not one of type buy');
        pay(service, call.app, user, primaryClient(user), button);
        return { body: {} };
      },
    },
    { method: 'GET', path: '/stripe/account', handle: () => ({ body: {} }) },
  ];
}
