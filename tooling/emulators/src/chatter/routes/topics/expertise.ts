import { invalidOperation, noAccess } from '../../errors.js';
import { readId } from '../../input/ids.js';
import { keyPrefix } from '../../ids.js';
import { resourceUrl } from '../../render/context.js';
import {
  renderEndorsement,
  renderExpert,
  renderExpertise,
  renderTopicOptOut,
} from '../../render/endorsement.js';
import { render } from '../../render/render.js';
import { endorse, endorsementsOn, expertsOn, optOut, optOutOf } from '../../state/expertise.js';
import { forEachId } from '../batch-results.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, userOf } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import type { JsonObject } from '../../render/json.js';
import { topicOf } from './found-topic.js';

/** Who knows what: endorsements, and those who do not want to be known for something. */
export const expertiseHandlers: Handlers = {
  'GET /connect/topics/{topicId}/knowledgeable-users': listExperts,
  'GET /chatter/users/{userId}/knowledgeable-about-topics': (call) => ({
    status: 200,
    body: renderExpertiseOf(userOf(call).id, call),
  }),
  'GET /chatter/users/batch/{userIds}/knowledgeable-about-topics': (call) =>
    forEachId(call, 'userIds', (id) => {
      const user = found(call.state.users.get(readId(id, keyPrefix.user)));
      return renderExpertiseOf(user.id, call);
    }),
  'GET /connect/topics/{topicId}/endorsements': listEndorsements,
  'POST /connect/topics/{topicId}/endorsements': addEndorsement,
  'GET /connect/topic-endorsements/{endorsementId}': (call) => {
    const endorsement = found(call.state.endorsements.get(call.id('endorsementId')));
    return { status: 200, body: renderEndorsement(endorsement, call.context) };
  },
  'DELETE /connect/topic-endorsements/{endorsementId}': (call) => {
    const endorsement = found(call.state.endorsements.get(call.id('endorsementId')));
    if (endorsement.endorserId !== call.user.id) throw noAccess();
    call.state.endorsements.delete(endorsement.id);
    return { status: 204 };
  },
  'GET /connect/topics/{topicId}/topic-opt-outs': (call) => {
    const topic = topicOf(call);
    const own = optOutOf(call.state, topic.id, call.user.id);
    const values = {
      currentPageUrl: resourceUrl(call.context, `/connect/topics/${topic.id}/topic-opt-outs`),
      topicOptOuts: own === undefined ? [] : [renderTopicOptOut(own, call.context)],
    };
    return { status: 200, body: render('TopicOptOutCollection', values, call.context) };
  },
  'POST /connect/topics/{topicId}/topic-opt-outs': (call) => {
    const added = optOut(call.state, topicOf(call).id, call.user.id);
    return { status: 201, body: renderTopicOptOut(added, call.context) };
  },
  'GET /connect/topic-opt-outs/{topicOptOutId}': (call) => ({
    status: 200,
    body: renderTopicOptOut(ownOptOutOf(call), call.context),
  }),
  'DELETE /connect/topic-opt-outs/{topicOptOutId}': (call) => {
    call.state.topicOptOuts.delete(ownOptOutOf(call).id);
    return { status: 204 };
  },
};

function listExperts(call: Call): Answer {
  const topic = topicOf(call);
  const path = `/connect/topics/${topic.id}/knowledgeable-users`;
  const page = numberedPage({ items: expertsOn(call.state, topic.id), path }, call);
  const values = {
    ...linksOf('KnowledgeablePeopleCollection', page.links),
    knowledgeableUsers: page.items.map((expert) => renderExpert(expert, call.context)),
  };
  return { status: 200, body: render('KnowledgeablePeopleCollection', values, call.context) };
}

function renderExpertiseOf(userId: string, call: Call): JsonObject {
  const items = [...call.state.topics.keys()].flatMap((topicId) =>
    expertsOn(call.state, topicId).filter((expert) => expert.userId === userId),
  );
  const page = numberedPage({ items, path: `/chatter/users/${userId}/knowledgeable-about-topics` }, call);
  const values = {
    ...linksOf('TopicsPeopleAreKnowledgeableAboutCollection', page.links),
    knowledgeableAboutTopic: page.items.map((expert) => renderExpertise(expert, call.context)),
    userId,
  };
  return render('TopicsPeopleAreKnowledgeableAboutCollection', values, call.context);
}

/** All endorsements on a topic, or those of somebody, or by somebody. */
function listEndorsements(call: Call): Answer {
  const topic = topicOf(call);
  const endorseeId = userIn(call, 'endorseeId');
  const endorserId = userIn(call, 'endorserId');
  const items = endorsementsOn(call.state, topic.id).filter(
    (one) =>
      (endorseeId ?? one.endorseeId) === one.endorseeId && (endorserId ?? one.endorserId) === one.endorserId,
  );
  const page = numberedPage({ items, path: `/connect/topics/${topic.id}/endorsements` }, call);
  const values = {
    ...linksOf('TopicEndorsementCollection', page.links),
    topicEndorsements: page.items.map((one) => renderEndorsement(one, call.context)),
  };
  return { status: 200, body: render('TopicEndorsementCollection', values, call.context) };
}

async function addEndorsement(call: Call): Promise<Answer> {
  const topic = topicOf(call);
  const given = (await call.input()).fields.needText('userId');
  const endorsee = found(call.state.users.get(readId(given, keyPrefix.user)));
  if (endorsee.id === call.user.id) throw invalidOperation('Nobody can endorse themselves.');
  if (optOutOf(call.state, topic.id, endorsee.id) !== undefined) {
    throw invalidOperation('This user does not want to be shown as knowing this topic.');
  }
  const added = { topicId: topic.id, endorseeId: endorsee.id, endorserId: call.user.id };
  return { status: 201, body: renderEndorsement(endorse(call.state, added), call.context) };
}

function userIn(call: Call, name: string): string | undefined {
  const given = call.query.get(name);
  if (given === null) return undefined;
  return given === 'me' ? call.user.id : readId(given, keyPrefix.user);
}

/** What somebody does not want to be known for is their own affair. */
function ownOptOutOf(call: Call): ReturnType<typeof optOut> {
  const known = call.state.topicOptOuts.get(call.id('topicOptOutId'));
  return found(known?.userId === call.user.id ? known : undefined);
}
