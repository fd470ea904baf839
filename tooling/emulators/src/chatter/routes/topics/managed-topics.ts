import { duplicateValue, invalidOperation, missingArgument, outsideRange } from '../../errors.js';
import { readId } from '../../input/ids.js';
import { oneOf, wholeNumber } from '../../input/parameters.js';
import { checkTopicName } from '../../input/read-capabilities.js';
import { keyPrefix } from '../../ids.js';
import type { JsonObject } from '../../render/json.js';
import { renderManagedTopic } from '../../render/managed-topic.js';
import { render } from '../../render/render.js';
import {
  addManagedTopic,
  type ManagedTopic,
  managedTopicsOf,
  moveManagedTopic,
  removeManagedTopic,
  siblingsOf,
} from '../../state/managed-topic.js';
import { topicNamed } from '../../state/topic.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { linksOf, numberedPage, type PageLinks } from '../numbered-page.js';
import { topicWithId } from './found-topic.js';

const types = ['Content', 'Featured', 'Navigational'] as const;
const deepest = 8;

/** The topics that the managers of a site put into its menu, onto its first page, or onto its articles. */
export const managedTopicHandlers: Handlers = {
  'GET /connect/communities/{communityId}/managed-topics': listManagedTopics,
  'POST /connect/communities/{communityId}/managed-topics': createManagedTopic,
  'PATCH /connect/communities/{communityId}/managed-topics': moveManagedTopics,
  'GET /connect/communities/{communityId}/managed-topics/{managedTopicId}': (call) => ({
    status: 200,
    body: renderManagedTopic(managedTopicOf(call, call.id('managedTopicId')), depthOf(call), call.context),
  }),
  'DELETE /connect/communities/{communityId}/managed-topics/{managedTopicId}': (call) => {
    removeManagedTopic(call.state, managedTopicOf(call, call.id('managedTopicId')));
    return { status: 204 };
  },
};

/** Those at the top, of one kind or of all; or those of the topics that `recordIds` names. */
function listManagedTopics(call: Call): Answer {
  const given = call.query.get('managedTopicType');
  const type = given === null ? null : oneOf(given, 'managedTopicType', types);
  const wanted = call.query.get('recordIds') ?? call.query.get('recordId');
  const ids = wanted?.split(',').map((id) => readId(id.trim(), keyPrefix.topic));
  const items = managedTopicsOf(call.state, call.id('communityId')).filter(
    (managed) =>
      (type ?? managed.type) === managed.type &&
      (ids === undefined ? managed.parentId === null : ids.includes(managed.topicId)),
  );
  const path = `/connect/communities/${call.id('communityId')}/managed-topics`;
  const page = numberedPage({ items, path, usualSize: 50 }, call);
  return { status: 200, body: renderCollection(page.items, depthOf(call), call, page.links) };
}

/** Manages a topic that there is, or one by name. What lies below another is in a menu, like the other. */
async function createManagedTopic(call: Call): Promise<Answer> {
  const { fields } = await call.input();
  const communityId = call.id('communityId');
  const type = fields.needChoice('managedTopicType', types);
  const recordId = fields.text('recordId');
  if (recordId === undefined && !fields.hasValue('name')) throw missingArgument('name or recordId');
  const parentId = fields.text('parentId');
  const parent =
    parentId === undefined ? null : managedTopicOf(call, readId(parentId, keyPrefix.managedTopic));
  if (parent !== null && (type !== 'Navigational' || parent.type !== 'Navigational')) {
    throw invalidOperation(
      'Only navigational managed topics can have a parent, which must be navigational, too.',
    );
  }
  if (parent !== null && levelOf(parent, call) >= deepest) {
    throw invalidOperation(`Managed topics can be ${deepest} levels deep.`);
  }
  const topic =
    recordId === undefined
      ? topicNamed(call.state, checkTopicName(fields.needText('name')))
      : topicWithId(call, recordId);
  const place = { communityId, type, parentId: parent?.id ?? null };
  if (siblingsOf(call.state, place).some((sibling) => sibling.topicId === topic.id)) {
    throw duplicateValue(`${topic.name} is a managed topic of this kind already.`);
  }
  const managed = addManagedTopic(call.state, { ...place, topicId: topic.id });
  return { status: 201, body: renderManagedTopic(managed, 1, call.context) };
}

/** Moves managed topics to other places among their siblings. */
async function moveManagedTopics(call: Call): Promise<Answer> {
  const positions = (await call.input()).fields.objects('managedTopicPositions').map((position) => {
    const id = readId(position.needText('managedTopicId'), keyPrefix.managedTopic);
    const managed = managedTopicOf(call, id);
    const last = siblingsOf(call.state, managed).length - 1;
    const to = position.integer('position', { from: 0, to: 999_999 });
    if (to === undefined) throw missingArgument('position');
    if (to > last) throw outsideRange('position', 0, last);
    return { managed, to };
  });
  if (positions.length === 0) throw missingArgument('managedTopicPositions');
  for (const { managed, to } of positions) moveManagedTopic(call.state, managed, to);
  const kinds = new Set(positions.map(({ managed }) => managed.type));
  const all = managedTopicsOf(call.state, call.id('communityId')).filter(
    (managed) => kinds.has(managed.type) && managed.parentId === null,
  );
  return { status: 200, body: renderCollection(all, 1, call) };
}

function renderCollection(
  items: readonly ManagedTopic[],
  depth: number,
  call: Call,
  links?: PageLinks,
): JsonObject {
  const managedTopics = items.map((managed) => renderManagedTopic(managed, depth, call.context));
  const values = links === undefined ? {} : linksOf('ManagedTopicCollection', links);
  return render('ManagedTopicCollection', { ...values, managedTopics }, call.context);
}

function managedTopicOf(call: Call, id: string): ManagedTopic {
  const managed = call.state.managedTopics.get(id);
  return found(managed?.communityId === call.id('communityId') ? managed : undefined);
}

function levelOf(managed: ManagedTopic, call: Call): number {
  return managed.parentId === null ? 1 : 1 + levelOf(managedTopicOf(call, managed.parentId), call);
}

function depthOf(call: Call): number {
  return wholeNumber(call.query, 'depth', { from: 1, to: deepest, usual: 1 });
}
