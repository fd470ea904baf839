import { SlackError } from '../errors.js';
import { socketAddress } from '../rtm/address.js';
import type { MemberMethod } from './method.js';

/** Hands out the address of a socket: good for one connection, for half a minute. */
export const rtmConnect: MemberMethod = {
  name: 'rtm.connect',
  tier: 'tier 1',
  json: false,
  access: 'member',
  scopes: ['rtm:stream', 'client'],
  classicOnly: true,
  handle({ service, args, token, user }) {
    if (service.hub.isMigrating) throw new SlackError('migration_in_progress');
    const { id, name, domain } = service.store.team;
    return {
      url: socketAddress(
        service,
        service.hub.tickets.issue({
          token: token.value,
          userId: user.id,
          batchPresence: args.flag('batch_presence_aware'),
        }),
      ),
      team: { id, name, domain },
      self: { id: user.id, name: user.name },
    };
  },
};
