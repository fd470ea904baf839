import { noAccess, notFound } from '../../errors.js';
import type { Fields } from '../../input/fields.js';
import { renderCommentCapabilities } from '../../render/comment.js';
import type { Json } from '../../render/json.js';
import type { Comment } from '../../state/comment.js';
import { canEditComment } from '../../state/permissions.js';
import { wholeSecond } from '../../state/state.js';
import type { Call, Handlers } from '../call.js';
import { readVote } from '../feed-elements/votes.js';
import { commentOf } from '../found.js';

const base = '/chatter/comments/{commentId}/capabilities';
const statuses = ['Published', 'PendingReview', 'Isolated', 'Draft'] as const;

/** The capabilities of a comment that have an address, by its last part and by their name in a body. */
const readable = [
  ['comments', 'comments'],
  ['status', 'status'],
  ['up-down-vote', 'upDownVote'],
  ['verified', 'verified'],
] as const;

/** What can be changed about a comment without editing it. */
const changes: Readonly<Record<string, (comment: Comment, fields: Fields, call: Call) => void>> = {
  status(comment, fields, { user }) {
    if (!canEditComment(comment, user.id)) throw noAccess();
    comment.status = fields.needChoice('feedEntityStatus', statuses);
  },
  upDownVote: (comment, fields, { user }) => readVote(fields, comment.votes, user.id),
  verified(comment, fields, { user, context }) {
    const isVerified = fields.needBoolean('isVerified');
    const anonymously = fields.boolean('isVerifiedByAnonymized') ?? false;
    comment.verified = isVerified ? { by: user.id, at: wholeSecond(context.now), anonymously } : null;
  },
};

export const commentCapabilityHandlers: Handlers = Object.fromEntries(
  readable.flatMap(([path, name]): [string, Handlers[string]][] => {
    const change = changes[name];
    const read: [string, Handlers[string]] = [
      `GET ${base}/${path}`,
      (call) => ({ status: 200, body: capabilityOf(commentOf(call), name, call) }),
    ];
    if (change === undefined) return [read];
    return [
      read,
      [
        `PATCH ${base}/${path}`,
        async (call) => {
          const comment = commentOf(call);
          change(comment, (await call.input()).fields, call);
          return { status: 200, body: capabilityOf(comment, name, call) };
        },
      ],
    ];
  }),
);

function capabilityOf(comment: Comment, name: string, call: Call): Json {
  const capability = renderCommentCapabilities(comment, call.context)[name];
  if (capability === undefined) throw notFound();
  return capability;
}
