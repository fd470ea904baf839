import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import { mediaTypeOfUrl } from '../media/types.js';
import type { ActionType, Item } from '../state/model/index.js';
import { readActions } from './actions.js';
import { limitedString, objects, optionalMetadata, optionalWord, requiredText, type Body } from './fields.js';

const sizes = ['compact', 'large'] as const;

/** The cards of a carousel or the rows of a list. */
export function readItems(body: Body, ids: Ids, allowed: readonly ActionType[]): readonly Item[] {
  const items = objects(body, 'items', { from: 1, to: 10 });
  if (items === undefined) throw badRequest("should have required property 'items'");
  return items.map((item) => readItem(item, ids, allowed));
}

function readItem(item: Body, ids: Ids, allowed: readonly ActionType[]): Item {
  const mediaUrl = limitedString(item, 'mediaUrl', 2048);
  if (mediaUrl !== undefined && !URL.canParse(mediaUrl)) {
    throw badRequest("'mediaUrl' should match format 'uri'");
  }
  const title = requiredText(item, 'title', 128);
  objects(item, 'actions', { from: 1, to: 3 });
  if (item['actions'] === undefined) throw badRequest("should have required property 'actions'");
  const actions = readActions(item, ids, allowed);
  return {
    id: ids.object(),
    title,
    description: limitedString(item, 'description', 128),
    mediaUrl,
    mediaType:
      limitedString(item, 'mediaType', 128) ??
      (mediaUrl === undefined ? undefined : mediaTypeOfUrl(mediaUrl)),
    altText: limitedString(item, 'altText', 128),
    size: optionalWord(item, 'size', sizes),
    metadata: optionalMetadata(item, 'metadata'),
    actions,
  };
}
