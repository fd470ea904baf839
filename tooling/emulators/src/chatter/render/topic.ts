import type { Topic } from '../state/topic.js';
import { talkersAbout } from '../state/topic-use.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';

/** Topic: what a hashtag stands for. */
export function renderTopic(topic: Topic, context: RenderContext): JsonObject {
  return render(
    'Topic',
    {
      createdDate: isoDate(topic.createdAt),
      description: topic.description,
      id: topic.id,
      isBeingDeleted: false,
      name: topic.name,
      nonLocalizedName: topic.name,
      talkingAbout: talkersAbout(context.state, topic.id),
      url: topicUrl(topic.id, context),
    },
    context,
  );
}

/** The topics of these ids that there are. */
export function renderTopics(ids: Iterable<string>, context: RenderContext): Json[] {
  return [...ids].flatMap((id) => {
    const topic = context.state.topics.get(id);
    return topic === undefined ? [] : [renderTopic(topic, context)];
  });
}

export function topicUrl(topicId: string, context: RenderContext): string {
  return resourceUrl(context, `/connect/topics/${topicId}`);
}
