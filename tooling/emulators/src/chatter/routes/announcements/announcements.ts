import { illegalValue, invalidOperation, missingArgument } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import type { Fields } from '../../input/fields.js';
import { readId } from '../../input/ids.js';
import { readDate } from '../../input/read-date.js';
import { readMessageBody } from '../../input/read-segments.js';
import { renderAnnouncement } from '../../render/announcement.js';
import { render } from '../../render/render.js';
import {
  announce,
  type Announcement,
  announcementsOf,
  removeAnnouncement,
} from '../../state/announcement.js';
import { canReadGroup, type Group } from '../../state/group.js';
import { addPost, type Post } from '../../state/post.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, postNamed } from '../found.js';
import { checkManages, groupNamed, openGroupOf } from '../groups/group-of.js';
import { linksOf, numberedPage } from '../numbered-page.js';

export const announcementHandlers: Handlers = {
  'GET /chatter/groups/{groupId}/announcements': (call) => {
    const group = openGroupOf(call);
    return listAnnouncements(call, group, `/chatter/groups/${group.id}/announcements`);
  },
  'POST /chatter/groups/{groupId}/announcements': async (call) =>
    makeAnnouncement(call, openGroupOf(call), (await call.input()).fields),
  'GET /chatter/announcements': (call) =>
    listAnnouncements(call, parentNamed(call, call.query.get('parentId')), '/chatter/announcements'),
  'POST /chatter/announcements': async (call) => {
    const { fields } = await call.input();
    return makeAnnouncement(call, parentNamed(call, fields.text('parentId') ?? null), fields);
  },
  'GET /chatter/announcements/{announcementId}': (call) => answer(call, announcementOf(call)),
  'PATCH /chatter/announcements/{announcementId}': changeAnnouncement,
  'DELETE /chatter/announcements/{announcementId}': deleteAnnouncement,
};

function answer(call: Call, announcement: Announcement): Answer {
  return { status: 200, body: renderAnnouncement(announcement, call.context) };
}

/** All announcements of a group, newest first. */
function listAnnouncements(call: Call, group: Group, path: string): Answer {
  const { state, context } = call;
  const page = numberedPage({ items: announcementsOf(state, group.id), path }, call);
  const announcements = page.items.map((announcement) => renderAnnouncement(announcement, context));
  const values = { ...linksOf('AnnouncementPage', page.links), announcements };
  return { status: 200, body: render('AnnouncementPage', values, context) };
}

/** Those who run a group announce something new, or what was said in it already. */
function makeAnnouncement(call: Call, group: Group, fields: Fields): Answer {
  checkManages(call, group.id);
  if (group.isArchived) throw invalidOperation('Nothing can be announced in an archived group.');
  const expiresAt = readDate('expirationDate', fields.needText('expirationDate'));
  const sendEmails = fields.boolean('sendEmails') ?? false;
  const post = announcedPost(call, group, fields);
  const announcement = announce(call.state, { groupId: group.id, postId: post.id, expiresAt, sendEmails });
  return { ...answer(call, announcement), status: 201 };
}

function announcedPost(call: Call, group: Group, fields: Fields): Post {
  const { state, user, version, grant } = call;
  const given = fields.text('feedItemId');
  if (given !== undefined) {
    const post = postNamed(call, readId(given, keyPrefix.feedElement));
    if (post.parentId !== group.id) throw illegalValue('feedItemId', given);
    return post;
  }
  const body = fields.object('body');
  if (body === undefined) throw missingArgument('body');
  return addPost(state, {
    actorId: user.id,
    parentId: group.id,
    segments: readMessageBody(body, { state, user, version, parentId: group.id }),
    visibility: 'AllUsers',
    client: grant.client,
  });
}

async function changeAnnouncement(call: Call): Promise<Answer> {
  const announcement = announcementOf(call);
  checkManages(call, announcement.groupId);
  const { fields } = await call.input();
  const date = fields.text('expirationDate');
  const isArchived = fields.boolean('isArchived');
  if (date === undefined && isArchived === undefined) throw missingArgument('expirationDate');
  if (date !== undefined) announcement.expiresAt = readDate('expirationDate', date);
  if (isArchived !== undefined) announcement.isArchived = isArchived;
  return answer(call, announcement);
}

/** Takes an announcement down. Its post stays in the feed. */
function deleteAnnouncement(call: Call): Answer {
  const announcement = announcementOf(call);
  checkManages(call, announcement.groupId);
  removeAnnouncement(call.state, announcement);
  return { status: 204 };
}

function announcementOf(call: Call): Announcement {
  const { state, user } = call;
  const announcement = found(state.announcements.get(call.id('announcementId')));
  found(state.posts.get(announcement.postId));
  const group = groupNamed(call, announcement.groupId);
  return found(canReadGroup(state, group, user.id) ? announcement : undefined);
}

function parentNamed(call: Call, given: string | null): Group {
  if (given === null) throw missingArgument('parentId');
  const group = groupNamed(call, readId(given, keyPrefix.group));
  return found(canReadGroup(call.state, group, call.user.id) ? group : undefined);
}
