import type { Message, User } from '../state/model.js';
import { html, type Html, nothing } from './html.js';

/** How often a message was starred: nothing for never, and no number for once. Shows its reader which marks are their own. */
export function starMark({ stars, pins }: Message, reader?: User): Html {
  if (stars.size === 0) return nothing;
  const times = stars.size === 1 ? '' : String(stars.size);
  const classes = [
    'stars vote-count-container',
    ...(pins.size > 0 ? ['owner-star'] : []),
    ...(reader !== undefined && stars.has(reader.id) ? ['user-star'] : []),
    ...(reader !== undefined && pins.has(reader.id) ? ['user-owner-star'] : []),
  ];
  return html`<span class="${classes.join(' ')}"
    ><span class="img vote"></span><span class="times">${times}</span></span
  >`;
}
