import { invalidOperation, noAccess, notFound } from '../../errors.js';
import type { Fields } from '../../input/fields.js';
import { readId } from '../../input/ids.js';
import { readUserIds } from '../../input/read-capabilities.js';
import { keyPrefix } from '../../ids.js';
import { canEditPost } from '../../state/permissions.js';
import { type Post, touchPost } from '../../state/post.js';
import type { Call, Handlers } from '../call.js';
import { commentNamed, found, postOf } from '../found.js';
import { capabilityOf } from './capability.js';
import { readVote } from './votes.js';
import { markRead } from './read-by.js';

type Change = (post: Post, fields: Fields, call: Call) => void;

const statuses = ['Published', 'PendingReview', 'Isolated', 'Draft'] as const;

/** What can be changed about a post without editing it, by the last part of the path of the capability. */
const changes: Readonly<Record<string, Change>> = {
  bookmarks: (post, fields, { user }) =>
    put(post.bookmarkedBy, user.id, fields.needBoolean('isBookmarkedByCurrentUser')),
  close(post, fields) {
    post.isClosed = fields.needBoolean('isClosed');
  },
  'direct-message': changeMembers,
  mute: (post, fields, { user }) => put(post.mutedBy, user.id, fields.needBoolean('isMutedByMe')),
  poll: vote,
  'question-and-answers': changeQuestion,
  'read-by': (post, fields, call) => markRead(post, fields, call),
  status(post, fields, { user }) {
    if (!canEditPost(post, user.id)) throw noAccess();
    post.status = fields.needChoice('feedEntityStatus', statuses);
  },
  'up-down-vote': (post, fields, { user }) => readVote(fields, post.votes, user.id),
};

export const changeCapabilityHandlers: Handlers = Object.fromEntries(
  Object.entries(changes).map(([path, change]): [string, Handlers[string]] => [
    `PATCH /chatter/feed-elements/{feedElementId}/capabilities/${path}`,
    async (call) => {
      const post = postOf(call);
      // Of what a post does not have nothing can be changed.
      capabilityOf(post, path, call);
      change(post, (await call.input()).fields, call);
      return { status: 200, body: capabilityOf(post, path, call) };
    },
  ]),
);

function put(users: Set<string>, userId: string, isIn: boolean): void {
  if (isIn) users.add(userId);
  else users.delete(userId);
}

/** A vote takes the place of the vote before. */
function vote(post: Post, fields: Fields, { user }: Call): void {
  const { poll } = post;
  if (poll === null) throw notFound();
  const choice = readId(fields.needText('myChoiceId'), keyPrefix.pollChoice);
  if (!poll.choices.some(({ id }) => id === choice)) throw notFound();
  poll.votes.set(user.id, choice);
}

/** The best answer is chosen, and taken back by null, by who asked; so is the title changed. */
function changeQuestion(post: Post, fields: Fields, call: Call): void {
  const { question } = post;
  if (question === null) throw notFound();
  if (!canEditPost(post, call.user.id)) throw noAccess();
  if (fields.hasValue('questionTitle')) {
    question.title = fields.needText('questionTitle');
    touchPost(call.state, post);
  }
  if (!fields.has('bestAnswerId')) return;
  const given = fields.text('bestAnswerId') || undefined;
  const best = given === undefined ? null : commentNamed(call, readId(given, keyPrefix.comment));
  if (best !== null && best.postId !== post.id)
    throw invalidOperation('The answer belongs to another question.');
  question.bestAnswerId = best?.id ?? null;
  question.bestAnswerSelectedBy = best === null ? null : call.user.id;
}

/** Members add and remove each other; what came of it is kept. */
function changeMembers(post: Post, fields: Fields, call: Call): void {
  const directMessage = found(post.directMessage ?? undefined);
  const added = readUserIds(fields.texts('membersToAdd'), call).filter(
    (id) => !directMessage.members.has(id),
  );
  const removed = readUserIds(fields.texts('membersToRemove'), call).filter((id) =>
    directMessage.members.has(id),
  );
  if (fields.hasValue('subject')) directMessage.subject = fields.needText('subject');
  for (const id of added) directMessage.members.add(id);
  for (const id of removed) directMessage.members.delete(id);
  if (added.length === 0 && removed.length === 0) return;
  directMessage.changes.push({ at: call.context.now, actorId: call.user.id, added, removed });
}
