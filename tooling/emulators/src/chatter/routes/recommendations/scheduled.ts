import { keyPrefix } from '../../ids.js';
import type { Fields } from '../../input/fields.js';
import { readId } from '../../input/ids.js';
import { resourceUrl } from '../../render/context.js';
import { renderScheduled } from '../../render/recommendation.js';
import { render } from '../../render/render.js';
import {
  moveScheduled,
  recommendationChannels,
  removeDefinition,
  removeScheduled,
  schedule,
  type ScheduledRecommendation,
  scheduledOf,
} from '../../state/recommendation.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

const all = '/connect/scheduled-recommendations';
const one = `${all}/{scheduledRecommendationId}`;
const ranks = { from: 1, to: 999_999 };

export const scheduledRecommendationHandlers: Handlers = {
  [`GET ${all}`]: listScheduled,
  [`POST ${all}`]: createScheduled,
  [`GET ${one}`]: (call) => answer(call, scheduledNamed(call)),
  [`PATCH ${one}`]: changeScheduled,
  [`DELETE ${one}`]: deleteScheduled,
};

function answer(call: Call, scheduled: ScheduledRecommendation): Answer {
  return { status: 200, body: renderScheduled(scheduled, call.context) };
}

function listScheduled({ state, context }: Call): Answer {
  const ranked = [...state.scheduledRecommendations.values()].toSorted(
    (left, right) => left.rank - right.rank,
  );
  const values = {
    scheduledRecommendations: ranked.map((scheduled) => renderScheduled(scheduled, context)),
    url: resourceUrl(context, all),
  };
  return { status: 200, body: render('ScheduledCustomRecommendationCollection', values, context) };
}

async function createScheduled(call: Call): Promise<Answer> {
  const { state } = call;
  const { fields } = await call.input();
  const definitionId = readId(
    fields.needText('recommendationDefinitionId'),
    keyPrefix.recommendationDefinition,
  );
  found(state.recommendationDefinitions.get(definitionId));
  const rank = fields.integer('rank', ranks);
  const scheduled = schedule(state, {
    definitionId,
    channel: fields.choice('channel', recommendationChannels) ?? 'DefaultChannel',
    audienceId: readAudience(fields, call),
    enabled: fields.boolean('enabled') ?? true,
  });
  if (rank !== undefined) moveScheduled(state, scheduled, rank);
  return { ...answer(call, scheduled), status: 201 };
}

async function changeScheduled(call: Call): Promise<Answer> {
  const scheduled = scheduledNamed(call);
  const { fields } = await call.input();
  const rank = fields.integer('rank', ranks);
  if (fields.has('recommendationAudienceId')) scheduled.audienceId = readAudience(fields, call);
  scheduled.enabled = fields.boolean('enabled') ?? scheduled.enabled;
  if (rank !== undefined) moveScheduled(call.state, scheduled, rank);
  return answer(call, scheduled);
}

/** Recommends no more; the definition goes along with its last recommendation if that is wanted. */
function deleteScheduled(call: Call): Answer {
  const { state, query } = call;
  const scheduled = scheduledNamed(call);
  removeScheduled(state, scheduled);
  const isLast = scheduledOf(state, scheduled.definitionId).length === 0;
  const isWanted = query.get('deleteDefinitionIfLast')?.toLowerCase() === 'true';
  if (isLast && isWanted) removeDefinition(state, scheduled.definitionId);
  return { status: 204 };
}

function readAudience(fields: Fields, call: Call): string | null {
  const given = fields.text('recommendationAudienceId');
  if (given === undefined || given.toUpperCase() === 'ALL') return null;
  const id = readId(given, keyPrefix.recommendationAudience);
  return found(call.state.recommendationAudiences.get(id)).id;
}

function scheduledNamed(call: Call): ScheduledRecommendation {
  return found(call.state.scheduledRecommendations.get(call.id('scheduledRecommendationId')));
}
