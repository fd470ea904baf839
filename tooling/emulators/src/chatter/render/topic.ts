import type { Topic } from '../state/model.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { Json } from './json.js';

/** Topic: what a hashtag stands for. */
export function renderTopic(topic: Topic, context: RenderContext): Json {
  return {
    createdDate: isoDate(topic.createdAt),
    description: null,
    id: topic.id,
    images: null,
    isBeingDeleted: false,
    name: topic.name,
    nonLocalizedName: topic.name,
    talkingAbout: peopleTalkingAbout(topic, context),
    url: topicUrl(topic.id, context),
  };
}

export function topicUrl(topicId: string, context: RenderContext): string {
  return resourceUrl(context, `/connect/topics/${topicId}`);
}

function peopleTalkingAbout(topic: Topic, context: RenderContext): number {
  const people = [...context.state.posts.values()]
    .filter((post) =>
      post.segments.some((segment) => segment.type === 'Hashtag' && segment.topicId === topic.id),
    )
    .map((post) => post.actorId);
  return new Set(people).size;
}
