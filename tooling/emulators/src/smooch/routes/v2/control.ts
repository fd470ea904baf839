import { jsonBody } from '../../input/body.js';
import { optionalMetadata, requiredString } from '../../input/fields.js';
import type { Service } from '../../service.js';
import { acceptControl, offerControl, passControl, releaseControl } from '../../state/control.js';
import type { V2Route } from '../route.js';
import { conversationOf } from './targets.js';

const conversation = '/conversations/:conversation';

/** Who answers a conversation, as the switchboard knows it. */
export function controlRoutes(service: Service): V2Route[] {
  const { store } = service;
  return [
    ...(
      [
        ['passControl', passControl],
        ['offerControl', offerControl],
      ] as const
    ).map(([name, change]): V2Route => ({
      method: 'POST',
      path: `${conversation}/${name}`,
      async handle(call) {
        const body = await jsonBody(call.request);
        const target = requiredString(body, 'switchboardIntegration');
        const metadata = optionalMetadata(body, 'metadata');
        change(service, call.app, conversationOf(store, call), { target, metadata });
        return { body: {} };
      },
    })),
    ...(
      [
        ['acceptControl', acceptControl],
        ['releaseControl', releaseControl],
      ] as const
    ).map(([name, change]): V2Route => ({
      method: 'POST',
      path: `${conversation}/${name}`,
      async handle(call) {
        const metadata = optionalMetadata(await jsonBody(call.request), 'metadata');
        change(service, call.app, conversationOf(store, call), { caller: call.caller, metadata });
        return { body: {} };
      },
    })),
  ];
}
