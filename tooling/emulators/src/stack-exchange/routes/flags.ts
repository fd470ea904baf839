import { cancelFlags, flagForModerators, flagMessage, unflagMessage } from '../actions/flags.js';
import type { Flag } from '../state/model.js';
import { okAnswer } from './answers.js';
import { Declined } from './refusals.js';
import { findStandingMessage, requireAccount, requireModerator, takeVotingTurn } from './rights.js';
import { idIn, type Route } from './route.js';

const longestInfo = 200;

function flagRoute(verb: string, opinion: Flag['opinion']): Route {
  return {
    method: 'POST',
    path: `/messages/:id/${verb}`,
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      const user = requireAccount(call);
      takeVotingTurn(call, user);
      flagMessage(call.scene, room, message, user, opinion);
      return okAnswer();
    },
  };
}

/** What people think of messages, and what they tell the moderators. */
export const flagRoutes: readonly Route[] = [
  flagRoute('flag', 'offensive'),
  flagRoute('counter-flag', 'fine'),
  flagRoute('meh-flag', 'unsure'),
  {
    method: 'POST',
    path: '/messages/:id/unflag',
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      const user = requireAccount(call);
      takeVotingTurn(call, user);
      unflagMessage(call.scene, room, message, user);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/messages/:id/mod',
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      const user = requireAccount(call);
      const info = (call.form.get('info') ?? '').trim();
      // The sentences for these are not known.
      if (info === '') throw new Declined('Tell the moderators what is wrong');
      if (info.length > longestInfo) throw new Declined('The explanation is too long');
      takeVotingTurn(call, user);
      flagForModerators(call.scene, room, message, user, info);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/messages/:id/cancel-flags',
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      requireModerator(call);
      cancelFlags(call.scene, room, message);
      return okAnswer();
    },
  },
];
