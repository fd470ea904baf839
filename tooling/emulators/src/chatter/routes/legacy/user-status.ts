import { readFeedItem } from '../../input/read-post.js';
import { renderLegacyUserStatus } from '../../render/legacy/user-status.js';
import { addPost } from '../../state/post.js';
import { clearStatus } from '../../state/user-status.js';
import type { Answer, Call, Handlers } from '../call.js';
import { selfOf, userOf } from '../found.js';

const longestStatus = 1_000;

/** Until version 25.0 the last post on one's own profile was one's status. */
export const userStatusHandlers: Handlers = {
  'GET /chatter/users/{userId}/status': (call) => ({
    status: 200,
    body: renderLegacyUserStatus(userOf(call), call.context),
  }),
  'POST /chatter/users/{userId}/status': setStatus,
  'DELETE /chatter/users/{userId}/status': (call) => {
    clearStatus(call.state, selfOf(call).id);
    return { status: 204 };
  },
};

async function setStatus(call: Call): Promise<Answer> {
  const user = selfOf(call);
  const wanted = readFeedItem(await call.input(), user.id, call, longestStatus);
  addPost(call.state, { ...wanted, actorId: user.id, client: call.grant.client });
  return { status: 201, body: renderLegacyUserStatus(user, call.context) };
}
