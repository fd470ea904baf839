import { bodyUnreadable, missingArgument, notFound } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import type { Fields } from '../../input/fields.js';
import { readId } from '../../input/ids.js';
import type { JsonObject } from '../../render/json.js';
import { renderAudience, renderUserReferences } from '../../render/recommendation.js';
import { render } from '../../render/render.js';
import { addAudience, type RecommendationAudience, removeAudience } from '../../state/recommendation.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';

const all = '/connect/recommendation-audiences';
const one = `${all}/{recommendationAudienceId}`;

export const recommendationAudienceHandlers: Handlers = {
  [`GET ${all}`]: listAudiences,
  [`POST ${all}`]: createAudience,
  [`GET ${one}`]: (call) => answer(call, audienceOf(call)),
  [`PATCH ${one}`]: changeAudience,
  [`DELETE ${one}`]: (call) => {
    removeAudience(call.state, audienceOf(call).id);
    return { status: 204 };
  },
  [`GET ${one}/members`]: listMembers,
};

const operations = ['Add', 'Remove'] as const;

function answer(call: Call, audience: RecommendationAudience): Answer {
  return { status: 200, body: describe(call, audience) };
}

function describe(call: Call, audience: RecommendationAudience): JsonObject {
  const ids = [...audience.memberIds].slice(0, 25);
  return renderAudience(
    audience,
    renderUserReferences(ids, audience.memberIds.size, {}, call.context),
    call.context,
  );
}

function listAudiences(call: Call): Answer {
  const items = [...call.state.recommendationAudiences.values()];
  const page = numberedPage({ items, path: all }, call);
  const values = {
    ...linksOf('CustomRecommendationAudienceCollection', page.links),
    audienceCount: items.length,
    recommendationAudiences: page.items.map((audience) => describe(call, audience)),
  };
  return { status: 200, body: render('CustomRecommendationAudienceCollection', values, call.context) };
}

function listMembers(call: Call): Answer {
  const { id, memberIds } = audienceOf(call);
  const page = numberedPage({ items: [...memberIds], path: `${all}/${id}/members` }, call);
  const links = linksOf('UserReferenceCollection', page.links);
  return { status: 200, body: renderUserReferences(page.items, memberIds.size, links, call.context) };
}

async function createAudience(call: Call): Promise<Answer> {
  const { fields } = await call.input();
  const name = fields.needText('name');
  const change = readMembers(fields, call);
  const audience = addAudience(call.state, name, call.user.id);
  for (const userId of change?.userIds ?? []) audience.memberIds.add(userId);
  return { ...answer(call, audience), status: 201 };
}

async function changeAudience(call: Call): Promise<Answer> {
  const audience = audienceOf(call);
  const { fields } = await call.input();
  const change = readMembers(fields, call);
  if (change === undefined && !fields.hasValue('name')) throw missingArgument('name');
  if (fields.hasValue('name')) audience.name = fields.needText('name');
  for (const userId of change?.userIds ?? []) {
    if (change?.operation === 'Remove') audience.memberIds.delete(userId);
    else audience.memberIds.add(userId);
  }
  audience.modifiedBy = call.user.id;
  audience.modifiedAt = wholeSecond(call.context.now);
  return answer(call, audience);
}

/** Who is to be added or removed: beside the name until version 35.0, in the criteria since then. */
function readMembers(
  fields: Fields,
  call: Call,
): { readonly operation: (typeof operations)[number]; readonly userIds: string[] } | undefined {
  const holder = fields.object('criteria') ?? fields;
  if (!holder.hasValue('members')) return undefined;
  const operation = holder.needChoice('memberOperationType', operations);
  const userIds = memberList(holder).map((given) => {
    const id = readId(given, keyPrefix.user);
    if (!call.state.users.has(id)) throw notFound();
    return id;
  });
  return { operation, userIds };
}

/** A list of ids, or an object with such a list: what the guide calls it there is not known. */
function memberList(holder: Fields): string[] {
  const raw = holder.raw('members');
  if (typeof raw !== 'object' || Array.isArray(raw)) return holder.texts('members');
  const wrapped = holder.object('members');
  const [name] = wrapped?.names ?? [];
  if (wrapped === undefined || name === undefined) throw bodyUnreadable('members must be a list.');
  return wrapped.texts(name);
}

function audienceOf(call: Call): RecommendationAudience {
  return found(call.state.recommendationAudiences.get(call.id('recommendationAudienceId')));
}
