import { SlackError } from '../errors.js';
import { usersOf } from '../socket-mode/events-api.js';
import type { AppMethod } from './method.js';

/** For whom an app is installed that was told of an event. */
export const appsEventAuthorizationsList: AppMethod = {
  name: 'apps.event.authorizations.list',
  tier: 'tier 4',
  json: true,
  access: 'app',
  scopes: ['authorizations:read'],
  handle(service, { appId }, args) {
    if (!/^4-[\w-]+$/.test(args.requiredText('event_context'))) throw new SlackError('invalid_event_context');
    const app = service.store.apps.get(appId);
    return {
      authorizations: (app === undefined ? [] : usersOf(service, app)).map(({ id, botId }) => ({
        enterprise_id: null,
        team_id: service.store.team.id,
        user_id: id,
        is_bot: botId !== undefined,
        is_enterprise_install: false,
      })),
    };
  },
};
