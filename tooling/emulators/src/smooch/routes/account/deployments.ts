import { badRequest, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { optionalString, requiredString, requiredWord } from '../../input/fields.js';
import type { Service } from '../../service.js';
import type { Deployment } from '../../state/model/index.js';
import { present, type Wire } from '../../views/common/wire.js';
import { parameter, type AccountCall, type AccountRoute, type Reply } from '../route.js';

const place = { versions: ['v1', 'v1.1'] } as const;
const deployments = '/whatsapp/deployments';

export function deploymentRoutes({ store, ids, switches }: Service): AccountRoute[] {
  const target = (call: AccountCall): Deployment => {
    const found = store.deployments.get(parameter(call, 'deployment'));
    if (found === undefined) throw notFound('Deployment');
    return found;
  };
  const show = (deployment: Deployment): Reply => ({ body: { deployment: view(deployment) } });
  return [
    {
      ...place,
      method: 'GET',
      path: deployments,
      handle: () => ({ body: { deployments: [...store.deployments.values()].map(view) } }),
    },
    {
      ...place,
      method: 'POST',
      path: deployments,
      async handle({ request }) {
        const body = await jsonBody(request);
        const hosting = requiredWord(body, 'hosting', ['smooch', 'self']);
        if (hosting === 'self')
          for (const name of ['baseUrl', 'username', 'password']) requiredString(body, name);
        const deployment: Deployment = {
          id: ids.object(),
          status: 'unregistered',
          hosting,
          baseUrl: optionalString(body, 'baseUrl'),
          username: optionalString(body, 'username'),
          phoneNumber: undefined,
          callbackUrl: optionalString(body, 'callbackUrl'),
          callbackSecret: ids.device(),
        };
        store.deployments.set(deployment.id, deployment);
        return { status: 201, ...show(deployment) };
      },
    },
    { ...place, method: 'GET', path: `${deployments}/:deployment`, handle: (call) => show(target(call)) },
    {
      ...place,
      method: 'DELETE',
      path: `${deployments}/:deployment`,
      handle(call) {
        const deployment = target(call);
        if (switches.slowDeploymentRemoval && deployment.status !== 'deleting') {
          deployment.status = 'deleting';
          return { status: 202, ...show(deployment) };
        }
        store.deployments.delete(deployment.id);
        return { body: {} };
      },
    },
    {
      ...place,
      method: 'POST',
      path: `${deployments}/:deployment/activate`,
      async handle(call) {
        const body = await jsonBody(call.request);
        const deployment = target(call);
        const phoneNumber = requiredString(body, 'phoneNumber');
        requiredString(body, 'verifiedNameCertificate');
        requiredWord(body, 'method', ['sms', 'voice']);
        deployment.phoneNumber = phoneNumber;
        deployment.status = 'pending';
        return show(deployment);
      },
    },
    {
      ...place,
      method: 'POST',
      path: `${deployments}/:deployment/code/confirm`,
      async handle(call) {
        requiredString(await jsonBody(call.request), 'code');
        const deployment = target(call);
        if (deployment.status !== 'pending') throw badRequest('The deployment waits for no code');
        deployment.status = 'registered';
        return show(deployment);
      },
    },
  ];
}

function view({ id, ...deployment }: Deployment): Wire {
  return present({ _id: id, ...deployment });
}
