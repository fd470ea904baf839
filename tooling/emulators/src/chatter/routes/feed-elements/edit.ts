import { invalidOperation, missingArgument, noAccess } from '../../errors.js';
import type { Fields } from '../../input/fields.js';
import { fileNamed } from '../../input/file-named.js';
import { readFeedElement } from '../../input/read-post.js';
import { readMessageBody, readPlainText } from '../../input/read-segments.js';
import { readSubject } from '../../input/read-subject.js';
import { readId } from '../../input/ids.js';
import { keyPrefix } from '../../ids.js';
import { resourceUrl } from '../../render/context.js';
import { renderFeedItem } from '../../render/feed-item.js';
import { render } from '../../render/render.js';
import { canEditComment, canEditPost } from '../../state/permissions.js';
import { type Post, touchPost } from '../../state/post.js';
import { topicsTaggedIn } from '../../state/segment.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { commentOf, postNamed, postOf } from '../found.js';

export const editHandlers: Handlers = {
  'PATCH /chatter/feed-elements/{feedElementId}': editPost,
  'GET /chatter/feed-elements/{feedElementId}/capabilities/edit/is-editable-by-me': (call) => {
    const post = postOf(call);
    return editable(`/chatter/feed-elements/${post.id}`, canEditPost(post, call.user.id), call);
  },
  'GET /chatter/comments/{commentId}/capabilities/edit/is-editable-by-me': (call) => {
    const comment = commentOf(call);
    return editable(`/chatter/comments/${comment.id}`, canEditComment(comment, call.user.id), call);
  },
  'POST /chatter/feed-elements/publish-draft': publishDraft,
};

/** Edit came with 34.0: the text, the title of a question, the files, or the group that a post is in. */
async function editPost(call: Call): Promise<Answer> {
  const post = postOf(call);
  if (!canEditPost(post, call.user.id)) throw noAccess();
  const { fields, isJson } = await call.input();
  const place = { state: call.state, user: call.user, version: call.version, parentId: post.parentId };
  const body = fields.object('body');
  const text = isJson ? undefined : fields.text('text');
  const capabilities = fields.object('capabilities');
  if (fields.hasValue('subjectId') && body === undefined && capabilities === undefined) {
    move(post, readSubject(fields.needText('subjectId'), call), call);
  } else if (body === undefined && text === undefined && capabilities === undefined)
    throw missingArgument('body');

  if (body !== undefined) rewrite(post, readMessageBody(body, place), call);
  if (text !== undefined) rewrite(post, readPlainText(text, call.state), call);
  if (capabilities !== undefined) editCapabilities(post, capabilities, call);
  return { status: 200, body: renderFeedItem(post, call.context) };
}

/** A new text, which is another revision. */
function rewrite(post: Post, segments: Post['segments'], call: Call): void {
  post.segments = segments;
  post.revision += 1;
  post.lastEdit = { by: call.user.id, at: wholeSecond(call.context.now) };
  for (const topicId of topicsTaggedIn(segments)) post.topicIds.add(topicId);
  touchPost(call.state, post);
}

function editCapabilities(post: Post, capabilities: Fields, call: Call): void {
  const question = capabilities.object('questionAndAnswers');
  if (question !== undefined) {
    if (post.question === null) throw invalidOperation('The post is no question.');
    post.question.title = question.needText('questionTitle');
    touchPost(call.state, post);
  }
  const files = capabilities.object('files');
  for (const item of files?.objects('items') ?? []) {
    const { id } = fileNamed(item.needText('id'), call);
    const operation = item.choice('operationType', ['Add', 'Remove']) ?? 'Add';
    const others = post.fileIds.filter((known) => known !== id);
    post.fileIds = operation === 'Add' ? [...others, id] : others;
    touchPost(call.state, post);
  }
}

/** From one group that everybody reads to another. */
function move(post: Post, subjectId: string, call: Call): void {
  const isPublic = (id: string): boolean => call.state.groups.get(id)?.visibility === 'PublicAccess';
  if (call.version < 45 || !isPublic(post.parentId) || !isPublic(subjectId)) {
    throw invalidOperation('A post can only be moved from one public group to another.');
  }
  post.parentId = subjectId;
  touchPost(call.state, post);
}

function editable(path: string, isEditableByMe: boolean, call: Call): Answer {
  const values = {
    areAttachmentsEditableByMe: isEditableByMe,
    feedEntityUrl: resourceUrl(call.context, path),
    isEditableByMe,
  };
  return { status: 200, body: render('FeedEntityIsEditable', values, call.context) };
}

/** Publishes what was begun, as the body says it now. */
async function publishDraft(call: Call): Promise<Answer> {
  const input = await call.input();
  const id = call.query.get('feedElementId') ?? input.fields.needText('feedElementId');
  const draft = postNamed(call, readId(id, keyPrefix.feedElement));
  if (!canEditPost(draft, call.user.id)) throw noAccess();
  if (draft.status !== 'Draft') throw invalidOperation('The post is no draft.');
  if (input.isJson) {
    const { segments } = readFeedElement(input, call);
    draft.segments = segments;
    for (const topicId of topicsTaggedIn(segments)) draft.topicIds.add(topicId);
  }
  draft.status = 'Published';
  touchPost(call.state, draft);
  return { status: 201, body: renderFeedItem(draft, call.context) };
}
