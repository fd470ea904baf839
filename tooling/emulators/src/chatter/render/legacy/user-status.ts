import type { User } from '../../state/model.js';
import { statusOf } from '../../state/user-status.js';
import { type RenderContext, resourceUrl } from '../context.js';
import type { Json } from '../json.js';
import { renderLegacyBody } from './message-body.js';

/** User Status as version 23.0 had it. */
export function renderLegacyUserStatus(user: User, context: RenderContext): Json {
  const status = statusOf(context.state, user.id, context.viewer.id);
  return {
    url: resourceUrl(context, `/chatter/users/${user.id}/status`),
    body: status === undefined ? null : renderLegacyBody(status.segments, context),
    parentId: user.id,
  };
}
