import { renderDirectMembers, renderMembershipActivity } from '../../render/direct-message.js';
import { resourceUrl } from '../../render/context.js';
import type { DirectMessage, Post } from '../../state/post.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, postOf } from '../found.js';

const base = '/chatter/feed-elements/{feedElementId}/capabilities/direct-message';

export const directMessageHandlers: Handlers = {
  [`GET ${base}/members`]: (call) => listMembers('members', ({ members }) => [...members], call),
  [`GET ${base}/original-members`]: (call) =>
    listMembers('original-members', ({ originalMembers }) => originalMembers, call),
  [`GET ${base}/membership-activity`]: (call) => {
    const { post } = directMessageOf(call);
    const path = `/chatter/feed-elements/${post.id}/capabilities/direct-message/membership-activity`;
    const links = { currentPageUrl: resourceUrl(call.context, path) };
    return { status: 200, body: renderMembershipActivity(post, links, call.context) };
  },
};

function listMembers(
  name: string,
  idsOf: (directMessage: DirectMessage) => readonly string[],
  call: Call,
): Answer {
  const { post, directMessage } = directMessageOf(call);
  const path = `/chatter/feed-elements/${post.id}/capabilities/direct-message/${name}`;
  return { status: 200, body: renderDirectMembers(idsOf(directMessage), path, call.context) };
}

function directMessageOf(call: Call): { readonly post: Post; readonly directMessage: DirectMessage } {
  const post = postOf(call);
  return { post, directMessage: found(post.directMessage ?? undefined) };
}
