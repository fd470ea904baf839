import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import type { Menu, MenuItem } from '../state/model/index.js';
import {
  objects,
  optionalObject,
  optionalString,
  requiredString,
  requiredText,
  requiredWord,
  type Body,
} from './fields.js';

const itemTypes = ['link', 'postback', 'submenu'] as const;

const some = { from: 1, to: 5 } as const;

/** A menu, in which submenus go one level deep. */
export function readMenu(body: Body, ids: Ids): Menu {
  const items = objects(body, 'items', some);
  if (items === undefined) throw badRequest("should have required property 'items'");
  return {
    items: items.map((item) => readItem(item, ids, true)),
    settings: optionalObject(body, 'settings'),
    name: optionalString(body, 'name'),
  };
}

function readItem(item: Body, ids: Ids, isTop: boolean): MenuItem {
  const type = requiredWord(item, 'type', itemTypes);
  if (type === 'submenu' && !isTop) throw badRequest('A submenu cannot hold another one');
  const items = type === 'submenu' ? objects(item, 'items', some) : undefined;
  if (type === 'submenu' && items === undefined) throw badRequest("should have required property 'items'");
  return {
    id: ids.object(),
    type,
    text: requiredText(item, 'text', 128),
    uri: type === 'link' ? requiredString(item, 'uri') : undefined,
    payload: type === 'postback' ? requiredString(item, 'payload') : undefined,
    items: items?.map((inner) => readItem(inner, ids, false)),
  };
}
