import type { RenderContext } from '../../render/context.js';
import type { JsonObject } from '../../render/json.js';
import { smallPhotoUrl } from '../../render/photo.js';
import { render } from '../../render/render.js';
import { canFindGroup, type Group } from '../../state/group.js';
import { nameOf, type User } from '../../state/model.js';
import type { Answer, Call, Handlers } from '../call.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { canBeToldAt, placeOf } from './place.js';

/** Groups are only looked for by so many characters. */
const shortestGroupSearch = 2;
/** Nobody looks further. */
const mostResults = 500;

/** Whom somebody who types may mean: the users and groups whose names have a word that begins like this. */
export const mentionCompletionHandlers: Handlers = { 'GET /chatter/mentions/completions': complete };

function complete(call: Call): Answer {
  const { state, user, query } = call;
  const q = (query.get('q') ?? '').trim().toLowerCase();
  const type = query.get('type')?.toLowerCase() ?? 'all';
  const contextId = query.get('contextId');
  const place = contextId === null ? null : placeOf(call, contextId);
  const begins = (name: string): boolean =>
    name.toLowerCase().startsWith(q) || name.toLowerCase().includes(` ${q}`);

  const users = [...state.users.values()].filter(
    (one) => type !== 'group' && one.isActive && [nameOf(one), one.nickname].some(begins),
  );
  const groups = [...state.groups.values()].filter(
    (one) =>
      type !== 'user' &&
      q.length >= shortestGroupSearch &&
      canFindGroup(state, one, user.id) &&
      begins(one.name),
  );
  const found = [
    ...users.map((one) => ({ id: one.id, name: nameOf(one), row: userRow(one, call.context) })),
    ...groups.map((one) => ({ id: one.id, name: one.name, row: groupRow(one, call.context) })),
  ];
  // Whoever would see the message comes first.
  const rank = (id: string): number => (place !== null && canBeToldAt(call, place, id) ? 0 : 1);
  const items = found
    .toSorted((left, right) => rank(left.id) - rank(right.id) || left.name.localeCompare(right.name))
    .slice(0, mostResults);
  const page = numberedPage({ items, path: '/chatter/mentions/completions' }, call);
  const values = {
    ...linksOf('MentionCompletionPage', page.links),
    mentionCompletions: page.items.map(({ row }) => row),
  };
  return { status: 200, body: render('MentionCompletionPage', values, call.context) };
}

function userRow(user: User, context: RenderContext): JsonObject {
  return render(
    'MentionCompletion',
    {
      description: user.title,
      name: nameOf(user),
      outOfOffice: render('OutOfOffice', { message: '' }, context),
      photoUrl: smallPhotoUrl(user.id, context),
      recordId: user.id,
      userType: 'Internal',
    },
    context,
  );
}

function groupRow(group: Group, context: RenderContext): JsonObject {
  return render(
    'MentionCompletion',
    {
      description: group.description,
      name: group.name,
      photoUrl: smallPhotoUrl(group.id, context),
      recordId: group.id,
    },
    context,
  );
}
