import type { Message } from '../state/model.js';
import { hourOf } from '../transcript/days.js';
import { html, type Html } from './html.js';

const barHeight = 12;
const widest = 200;

/** How much was said in each hour of a day, as a drawing made of blocks. */
export function hourBars(messages: readonly Message[]): Html {
  const counts = Array.from({ length: 24 }, (_none, hour) => ({
    hour,
    count: messages.filter((message) => hourOf(message).from === hour).length,
  }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const rows = counts.map(({ hour, count }) => {
    const top = hour * barHeight;
    const width = Math.max(3, Math.round((widest * count) / most));
    const bar =
      count === 0
        ? ''
        : html`<div class="mspbar" style="height:${barHeight}px;width:${width}px;top:${top}px;"></div>`;
    const label =
      hour % 6 === 0
        ? html`<div class="msplab" style="top:${top}px;">${String(hour).padStart(2, '0')}:00</div>`
        : '';
    return html`${bar}${label}`;
  });
  return html`<div class="mspark" style="height:300px;width:200px">${rows}</div>`;
}
