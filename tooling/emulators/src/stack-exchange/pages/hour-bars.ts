import type { Message } from '../state/model.js';
import { hourOf } from '../transcript/days.js';
import { html, type Html, nothing } from './html.js';

/** How much was said in each hour of a day, as a drawing made of blocks, from above to below. */
export function hourBars(messages: readonly Message[]): Html {
  const rows = hoursOf(messages).map(({ hour, share }) => {
    const top = hour * 12;
    const width = Math.max(3, Math.round(200 * share));
    const bar =
      share === 0
        ? nothing
        : html`<div class="mspbar" style="height:12px;width:${width}px;top:${top}px;"></div>`;
    const label =
      hour % 6 === 0
        ? html`<div class="msplab" style="top:${top}px;">${String(hour).padStart(2, '0')}:00</div>`
        : nothing;
    return html`${bar}${label}`;
  });
  return html`<div class="mspark" style="height:300px;width:200px">${rows}</div>`;
}

/** The hours in which much is said in a room and those in which it is silent, from left to right, with a mark for now. */
export function activityBars(messages: readonly Message[], now: number): Html {
  const bars = hoursOf(messages).map(({ hour, share }) =>
    share === 0
      ? nothing
      : html`<div
          class="mspbar"
          style="width:8px;height:${Math.max(1, Math.round(25 * share))}px;left:${hour * 8}px;"
        ></div>`,
  );
  const left = new Date(now).getUTCHours() * 8;
  return html`<div class="mspark" style="height:25px;width:192px">
    ${bars}
    <div class="mspbar now" style="height:25px;left:${left}px;"></div>
  </div>`;
}

/** The hours of a day, each with its part of what the busiest one has. */
function hoursOf(messages: readonly Message[]): { readonly hour: number; readonly share: number }[] {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const message of messages) {
    const { from } = hourOf(message);
    counts[from] = (counts[from] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts.map((count, hour) => ({ hour, share: count / most }));
}
