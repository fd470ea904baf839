import type { Endorsement, Expert, TopicOptOut } from '../state/expertise.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';
import { renderTopic } from './topic.js';
import { renderUserSummary } from './user-summary.js';

/** Topic Endorsement. */
export function renderEndorsement(endorsement: Endorsement, context: RenderContext): JsonObject {
  return render(
    'TopicEndorsement',
    {
      endorsee: renderUser(endorsement.endorseeId, context),
      endorsementId: endorsement.id,
      endorser: renderUser(endorsement.endorserId, context),
      topic: renderTopicOf(endorsement.topicId, context),
      url: resourceUrl(context, `/connect/topic-endorsements/${endorsement.id}`),
    },
    context,
  );
}

/** Topic Opt Out. */
export function renderTopicOptOut(optOut: TopicOptOut, context: RenderContext): JsonObject {
  return render(
    'TopicOptOut',
    {
      id: optOut.id,
      topic: renderTopicOf(optOut.topicId, context),
      url: resourceUrl(context, `/connect/topic-opt-outs/${optOut.id}`),
      user: renderUser(optOut.userId, context),
    },
    context,
  );
}

/** Knowledgeable People: somebody who knows a topic. */
export function renderExpert(expert: Expert, context: RenderContext): JsonObject {
  // Here the guide has one reason, and a list of them where it goes from a user to topics.
  const [reasons = null] = reasonsOf(expert);
  const values = { ...expertValues(expert, context), reasons, user: renderUser(expert.userId, context) };
  return render('KnowledgeablePeople', values, context);
}

/** Topics People Are Knowledgeable About: a topic that somebody knows. */
export function renderExpertise(expert: Expert, context: RenderContext): JsonObject {
  const topic = renderTopicOf(expert.topicId, context);
  const values = { ...expertValues(expert, context), reasons: reasonsOf(expert), topic };
  return render('TopicsPeopleAreKnowledgeableAbout', values, context);
}

function expertValues({ userId, topicId, endorsements }: Expert, { viewer }: RenderContext): JsonObject {
  return {
    isEndorsedByMe: endorsements.some(({ endorserId }) => endorserId === viewer.id),
    // What a user knows has no life of its own here, so its id is made of both.
    knowledgeableId: `${topicId}-${userId}`,
    numEndorsements: endorsements.length,
  };
}

function reasonsOf({ endorsements, isInfluential }: Expert): string[] {
  return [...(endorsements.length > 0 ? ['Endorsed'] : []), ...(isInfluential ? ['Influential'] : [])];
}

function renderUser(id: string, context: RenderContext): Json {
  const user = context.state.users.get(id);
  return user === undefined ? null : renderUserSummary(user, context);
}

function renderTopicOf(id: string, context: RenderContext): Json {
  const topic = context.state.topics.get(id);
  return topic === undefined ? null : renderTopic(topic, context);
}
