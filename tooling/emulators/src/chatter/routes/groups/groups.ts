import { missingArgument, noAccess } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import { readId } from '../../input/ids.js';
import { oneOf } from '../../input/parameters.js';
import { readGroupChanges } from '../../input/read-group.js';
import { readSearch } from '../../input/read-search.js';
import { renderGroupDetail } from '../../render/group-detail.js';
import { render } from '../../render/render.js';
import { announcementsOf } from '../../state/announcement.js';
import { addGroup, canFindGroup, changeOwner, type Group, removeGroup } from '../../state/group.js';
import { forEachId } from '../batch-results.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { groupNamed, groupOf, managedGroupOf } from './group-of.js';

export const groupHandlers: Handlers = {
  'GET /chatter/groups': listGroups,
  'POST /chatter/groups': createGroup,
  'GET /chatter/groups/{groupId}': (call) => answer(call, groupOf(call)),
  'PATCH /chatter/groups/{groupId}': changeGroup,
  'DELETE /chatter/groups/{groupId}': deleteGroup,
  'GET /chatter/groups/batch/{groupIds}': (call) =>
    forEachId(call, 'groupIds', (id) =>
      renderGroupDetail(groupNamed(call, readId(id, keyPrefix.group)), call.context),
    ),
};

function answer(call: Call, group: Group): Answer {
  return { status: 200, body: renderGroupDetail(group, call.context) };
}

/** The groups that the caller may know of, by name. */
function listGroups(call: Call): Answer {
  const { state, context, query } = call;
  const wanted = readSearch(query.get('q'));
  const status = oneOf(query.get('archiveStatus') ?? 'NotArchived', 'archiveStatus', [
    'All',
    'Archived',
    'NotArchived',
  ]);
  const items = [...state.groups.values()]
    .filter((group) => canFindGroup(state, group, call.user.id))
    .filter((group) => status === 'All' || group.isArchived === (status === 'Archived'))
    .filter((group) => wanted?.test(`${group.name}\n${group.description ?? ''}`) ?? true)
    .toSorted((left, right) => left.name.localeCompare(right.name));
  const page = numberedPage({ items, path: '/chatter/groups', largestSize: 250 }, call);
  const groups = page.items.map((group) => renderGroupDetail(group, context));
  const values = { ...linksOf('GroupPage', page.links), groups };
  return { status: 200, body: render('GroupPage', values, context) };
}

async function createGroup(call: Call): Promise<Answer> {
  const { state, user } = call;
  const { name, visibility, ...rest } = readGroupChanges(await call.input(), state);
  if (name === undefined) throw missingArgument('name');
  if (visibility === undefined) throw missingArgument('visibility');
  const group = addGroup(state, { ownerId: user.id, ...rest, name, visibility });
  return { ...answer(call, group), status: 201 };
}

/** Those who run a group change it; only its owner gives it to somebody else. */
async function changeGroup(call: Call): Promise<Answer> {
  const { state, user } = call;
  const group = managedGroupOf(call);
  const input = await call.input();
  const { ownerId, ...changes } = readGroupChanges(input, state);
  if (ownerId !== undefined && ownerId !== group.ownerId) {
    if (group.ownerId !== user.id) throw noAccess();
    changeOwner(state, group, ownerId);
  }
  Object.assign(group, changes);
  const announced = input.fields.text('announcement');
  if (announced !== undefined) showAnnouncement(call, group, announced);
  return answer(call, group);
}

/** Shows one of the announcements of a group again, by its own id or by that of its post. */
function showAnnouncement({ state }: Call, group: Group, given: string): void {
  const prefix = given.startsWith(keyPrefix.feedElement) ? keyPrefix.feedElement : keyPrefix.announcement;
  const id = readId(given, prefix);
  const known = announcementsOf(state, group.id).find(
    (announcement) => announcement.id === id || announcement.postId === id,
  );
  group.announcementId = found(known).id;
}

function deleteGroup(call: Call): Answer {
  const group = groupOf(call);
  if (group.ownerId !== call.user.id) throw noAccess();
  removeGroup(call.state, group.id);
  return { status: 204 };
}
