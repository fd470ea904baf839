import { childrenOf, type ManagedTopic } from '../state/managed-topic.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';
import { renderTopics } from './topic.js';

/** Managed Topic, with those below it down to a depth; 1 is it alone. */
export function renderManagedTopic(managed: ManagedTopic, depth: number, context: RenderContext): JsonObject {
  const url = managedTopicUrl(managed.communityId, managed.id, context);
  const { parentId } = managed;
  const parentUrl = parentId === null ? null : managedTopicUrl(managed.communityId, parentId, context);
  return render(
    'ManagedTopic',
    {
      children:
        depth <= 1
          ? []
          : childrenOf(context.state, managed).map((child) => renderManagedTopic(child, depth - 1, context)),
      id: managed.id,
      managedTopicType: managed.type,
      parent: parentId === null ? null : render('Reference', { id: parentId, url: parentUrl }, context),
      topic: renderTopics([managed.topicId], context)[0] ?? null,
      url,
    },
    context,
  );
}

function managedTopicUrl(communityId: string, id: string, context: RenderContext): string {
  return resourceUrl(context, `/connect/communities/${communityId}/managed-topics/${id}`);
}
