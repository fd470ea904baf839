import { cancelStars, removePins, togglePin, toggleStar } from '../actions/votes.js';
import type { Message, User } from '../state/model.js';
import { okAnswer } from './answers.js';
import type { Call } from './call.js';
import { Declined } from './refusals.js';
import { findStandingMessage, requireOwner, requireReputation, takeVotingTurn } from './rights.js';
import { idIn, type Route } from './route.js';

const starReputation = 20;
const starsPerDay = 20;
const dayMs = 24 * 3_600_000;
const ownersPin = 'Only a room-owner can pin messages';

/** Stars and pins. Taking away those of everybody never has to wait. */
export const voteRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/messages/:id/star',
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      const user = requireReputation(call, starReputation, 'to star messages');
      // The sentences for this, and for too many stars, are not known.
      if (message.userId === user.id) throw new Declined('You cannot star a message of your own');
      takeVotingTurn(call, user);
      countStar(call, message, user);
      toggleStar(call.scene, room, message, user);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/messages/:id/owner-star',
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      const user = requireOwner(call, room, ownersPin);
      takeVotingTurn(call, user);
      togglePin(call.scene, room, message, user);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/messages/:id/unowner-star',
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      removePins(call.scene, room, message, requireOwner(call, room, ownersPin));
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/messages/:id/unstar',
    handle(call, parameters) {
      const { message, room } = findStandingMessage(call, idIn(parameters, 'id'));
      const user = requireOwner(call, room, 'Only a room-owner can cancel the stars of a message');
      cancelStars(call.scene, room, message, user);
      return okAnswer();
    },
  },
];

/** Stars that are given count, by the days of UTC; those that are withdrawn do not come back. */
function countStar({ page }: Call, message: Message, user: User): void {
  if (message.stars.has(user.id)) return;
  const day = Math.floor(page.now / dayMs);
  const given = user.stars.day === day ? user.stars.given : 0;
  if (given >= starsPerDay) {
    throw new Declined(`You have used all of your ${starsPerDay} stars for today`);
  }
  user.stars = { day, given: given + 1 };
}
