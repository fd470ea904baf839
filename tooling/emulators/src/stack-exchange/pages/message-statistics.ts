import type { Message } from '../state/model.js';
import { html, type Html } from './html.js';
import { dateOf } from './relative-time.js';

const dayMs = 24 * 3_600_000;

/** How many messages there were today, yesterday, and on an average day. */
export function messageStatistics(messages: readonly Message[], now: number): Html {
  const on = (day: string): number => messages.filter(({ postedAt }) => dateOf(postedAt) === day).length;
  const first = messages[0]?.postedAt ?? now;
  const days = Math.max(1, Math.ceil((now - first) / dayMs));
  const counts = [
    [on(dateOf(now)), 'today'],
    [on(dateOf(now - dayMs)), 'yesterday'],
    [Math.round(messages.length / days), 'per day'],
  ] as const;
  return html`<table class="message-stats">
    <tbody>
      <tr>
        ${counts.map(
          ([count, timeframe]) =>
            html`<td>
              <div class="stats-count">${count}</div>
              <div class="stats-timeframe">${timeframe}</div>
            </td>`,
        )}
      </tr>
    </tbody>
  </table>`;
}
