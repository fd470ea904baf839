import type { Menu, MenuItem } from '../../state/model/index.js';
import { present, type Wire } from './wire.js';

export function viewMenu({ items, settings, name }: Menu): Wire {
  return present({ items: items.map(viewItem), settings, name });
}

function viewItem({ id, items, ...item }: MenuItem): Wire {
  return present({ ...item, _id: id, items: items?.map(viewItem) });
}
