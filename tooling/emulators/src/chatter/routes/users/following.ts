import { illegalValue, invalidOperation } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import { readFollowed } from '../../input/read-followed.js';
import { render } from '../../render/render.js';
import { renderMySubscription } from '../../render/subscription.js';
import { renderSubscription } from '../../render/subscription-detail.js';
import { follow, subscriptionsBy, subscriptionsTo } from '../../state/subscription.js';
import type { Answer, Call, Handlers } from '../call.js';
import { selfOf, userOf } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';

const largestSize = 1_000;

export const followingHandlers: Handlers = {
  'GET /chatter/users/{userId}/followers': listFollowersOfUser,
  'GET /chatter/users/{userId}/following': listFollowing,
  'POST /chatter/users/{userId}/following': followSubject,
  'GET /chatter/records/{recordId}/followers': listFollowersOfRecord,
};

function listFollowersOfUser(call: Call): Answer {
  const { id } = userOf(call);
  return listFollowers(call, id, `/chatter/users/${id}/followers`);
}

function listFollowersOfRecord(call: Call): Answer {
  const id = readFollowed(call.part('recordId'), call);
  return listFollowers(call, id, `/chatter/records/${id}/followers`);
}

function listFollowers(call: Call, subjectId: string, path: string): Answer {
  const { state, context } = call;
  const items = subscriptionsTo(state, subjectId);
  const page = numberedPage({ items, path, largestSize }, call);
  const values = {
    ...linksOf('FollowerPage', page.links),
    followers: page.items.map((subscription) => renderSubscription(subscription, context)),
    mySubscription: renderMySubscription(subjectId, context),
    total: items.length,
  };
  return { status: 200, body: render('FollowerPage', values, context) };
}

/** Whom and what somebody follows; with `filterType` only what has ids that begin so. */
function listFollowing(call: Call): Answer {
  const { state, context, query } = call;
  const { id } = userOf(call);
  const prefix = query.get('filterType') ?? '';
  if (prefix !== '' && !/^[\dA-Za-z]{3}$/.test(prefix)) throw illegalValue('filterType', prefix);
  const items = subscriptionsBy(state, id).filter(({ subjectId }) => subjectId.startsWith(prefix));
  const page = numberedPage({ items, path: `/chatter/users/${id}/following`, largestSize }, call);
  const values = {
    ...linksOf('FollowingPage', page.links),
    following: page.items.map((subscription) => renderSubscription(subscription, context)),
    total: items.length,
  };
  return { status: 200, body: render('FollowingPage', values, context) };
}

async function followSubject(call: Call): Promise<Answer> {
  const user = selfOf(call);
  const { fields } = await call.input();
  const subjectId = readFollowed(fields.needText('subjectId'), call);
  if (subjectId === user.id) throw invalidOperation('You cannot follow yourself.');
  if (subjectId.startsWith(keyPrefix.group)) throw invalidOperation('A group is joined, not followed.');
  if (call.state.users.get(subjectId)?.isActive === false) {
    throw invalidOperation('A user who is not active cannot be followed.');
  }
  const subscription = follow(call.state, user.id, subjectId);
  return { status: 201, body: renderSubscription(subscription, call.context) };
}
