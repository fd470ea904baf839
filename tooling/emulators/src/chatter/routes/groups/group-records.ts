import { invalidOperation, noAccess } from '../../errors.js';
import { readSubject } from '../../input/read-subject.js';
import { renderGroupRecord } from '../../render/group-record.js';
import { render } from '../../render/render.js';
import { canReadGroup, membershipOf } from '../../state/group.js';
import { addGroupRecord, type GroupRecord, recordsOf } from '../../state/group-record.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { checkManages, groupNamed, openGroupOf } from './group-of.js';

export const groupRecordHandlers: Handlers = {
  'GET /chatter/groups/{groupId}/records': listRecords,
  'POST /chatter/groups/{groupId}/records': addRecord,
  'GET /chatter/group-records/{groupRecordId}': (call) => ({
    status: 200,
    body: renderGroupRecord(groupRecordOf(call), call.context),
  }),
  'DELETE /chatter/group-records/{groupRecordId}': removeRecord,
};

function listRecords(call: Call): Answer {
  const { state, context } = call;
  const group = openGroupOf(call);
  const items = recordsOf(state, group.id);
  const page = numberedPage({ items, path: `/chatter/groups/${group.id}/records` }, call);
  const records = page.items.map((record) => renderGroupRecord(record, context));
  const links = linksOf('GroupRecordPage', page.links);
  const values = { ...links, records, totalRecordCount: items.length };
  return { status: 200, body: render('GroupRecordPage', values, context) };
}

async function addRecord(call: Call): Promise<Answer> {
  const { state, user, context } = call;
  const group = openGroupOf(call);
  if (membershipOf(state, group.id, user.id) === undefined) throw noAccess();
  const { fields } = await call.input();
  const recordId = readSubject(fields.needText('recordId'), call);
  if (!state.records.has(recordId)) throw invalidOperation('Only business records can be added to a group.');
  const added = addGroupRecord(state, group.id, recordId);
  return { status: 201, body: renderGroupRecord(added, context) };
}

function removeRecord(call: Call): Answer {
  const { id, groupId } = groupRecordOf(call);
  checkManages(call, groupId);
  call.state.groupRecords.delete(id);
  return { status: 204 };
}

function groupRecordOf(call: Call): GroupRecord {
  const { state, user } = call;
  const record = found(state.groupRecords.get(call.id('groupRecordId')));
  const group = groupNamed(call, record.groupId);
  return found(canReadGroup(state, group, user.id) ? record : undefined);
}
