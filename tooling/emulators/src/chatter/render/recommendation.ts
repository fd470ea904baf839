import type {
  RecommendationAudience,
  RecommendationDefinition,
  ScheduledRecommendation,
} from '../state/recommendation.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { renderPhoto } from './photo.js';
import { renderReference } from './reference.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Custom Recommendation Definition. */
export function renderDefinition(definition: RecommendationDefinition, context: RenderContext): JsonObject {
  const url = resourceUrl(context, `/connect/recommendation-definitions/${definition.id}`);
  const photo = context.state.photos.has(definition.id) ? renderPhoto(definition.id, context) : null;
  return render('CustomRecommendationDefinition', { ...definition, photo, url }, context);
}

/** Custom Recommendation Audience, with the first page of its members. */
export function renderAudience(
  audience: RecommendationAudience,
  members: JsonObject,
  context: RenderContext,
): JsonObject {
  const { id, name, memberIds, modifiedBy, modifiedAt } = audience;
  const user = context.state.users.get(modifiedBy);
  return render(
    'CustomRecommendationAudience',
    {
      criteria: null,
      id,
      memberCount: memberIds.size,
      members,
      modifiedBy: user === undefined ? null : renderUserSummary(user, context),
      modifiedDate: isoDate(modifiedAt),
      name,
      url: resourceUrl(context, `/connect/recommendation-audiences/${id}`),
    },
    context,
  );
}

/** User Reference Collection. */
export function renderUserReferences(
  ids: readonly string[],
  userCount: number,
  links: JsonObject,
  context: RenderContext,
): JsonObject {
  const users: Json[] = ids.map((id) => renderReference(id, context));
  return render('UserReferenceCollection', { ...links, userCount, users }, context);
}

/** Scheduled Custom Recommendation. */
export function renderScheduled(scheduled: ScheduledRecommendation, context: RenderContext): JsonObject {
  const { id, audienceId, channel, definitionId, enabled, rank } = scheduled;
  const definition = context.state.recommendationDefinitions.get(definitionId);
  return render(
    'ScheduledCustomRecommendation',
    {
      channel,
      enabled,
      id,
      rank,
      recommendationAudienceId: audienceId,
      recommendationDefinitionRepresentation:
        definition === undefined ? null : renderDefinition(definition, context),
      url: resourceUrl(context, `/connect/scheduled-recommendations/${id}`),
    },
    context,
  );
}
