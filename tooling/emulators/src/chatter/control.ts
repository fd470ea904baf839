import type { Control, Random } from '../frame/index.js';
import type { CorsAllowlist } from './cors.js';
import type { Distortions } from './distortions.js';
import { readPlainText } from './input/read-segments.js';
import type { Limits } from './limits.js';
import type { OAuthControl } from './oauth/oauth-control.js';
import type { ChatterControl, PostSnapshot } from './options.js';
import { textOf } from './render/message-body.js';
import { planned } from './state/maintenance.js';
import type { Sessions } from './sessions.js';
import { addPost, type Post } from './state/post.js';
import type { ChatterState } from './state/state.js';
import { addPerson } from './world/people.js';

/** Adds the strings of this service to those that every emulator has. */
export function createChatterControl(service: {
  readonly control: Control;
  readonly state: ChatterState;
  readonly random: Random;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly cors: CorsAllowlist;
  readonly distortions: Distortions;
  readonly oauth: OAuthControl;
}): Control & ChatterControl {
  const { state, sessions, limits, cors, distortions, oauth } = service;
  return {
    ...service.control,
    ...oauth,
    // A spread would copy what the count is now.
    get tokenRequests() {
      return oauth.tokenRequests;
    },
    expireSessions: (filter) => sessions.closeAll(filter),
    refuseSessions: (reason) => sessions.refuse(reason),
    hourlyLimit: (calls) => limits.setHourly(calls),
    dailyLimit: (calls) => limits.setDaily(calls),
    allowOrigin(origin, options = {}) {
      cors.allow(origin);
      cors.allowForOAuth(options.oauth ?? false);
    },
    addLinkMetadata: (url, metadata) => state.linkMetadata.set(url, metadata),
    addUser(firstName, lastName) {
      const { id, username, password } = addPerson(state, service.random, { firstName, lastName });
      return { id, username, password };
    },
    distortAnswers: (distortion, rule = {}) => distortions.set(distortion, rule),
    planMaintenance: (plan) => void state.maintenances.push(planned(plan, state.clock.now())),
    posts: () => [...state.posts.values()].map((post) => snapshot(post, state)),
    addPost(userId, text) {
      if (!state.users.has(userId)) throw new RangeError(`There is no user ${userId}.`);
      const post = addPost(state, {
        actorId: userId,
        parentId: userId,
        segments: readPlainText(text, state),
        visibility: 'AllUsers',
        client: state.app,
      });
      return post.id;
    },
  };
}

function snapshot(post: Post, state: ChatterState): PostSnapshot {
  const { id, actorId, parentId, createdAt, visibility } = post;
  return { id, actorId, parentId, text: textOf(post.segments, { state }), createdAt, visibility };
}
