import type { Message } from '../state/model.js';
import { dayOf } from '../transcript/days.js';
import { activityBars } from './hour-bars.js';
import { html, type Html } from './html.js';

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;

/** A stretch of time that statistics are counted in, and what it is called. */
interface Span {
  readonly length: number;
  /** When the one that lasts now began. */
  readonly begun: number;
  readonly names: readonly [now: string, before: string, average: string];
}

/** How many messages there were on days and in weeks, and in which hours. */
export function messageStatistics(messages: readonly Message[], now: number, of: 'room' | 'user'): Html {
  const today = dayOf(now);
  const sunday = today - new Date(today).getUTCDay() * dayMs;
  return html`<table class="activity-stats">
    <tbody>
      <tr>
        <td>
          <div
            class="${of}-histogram"
            title="Typical ${of} activity over a 24-hour period; current time is highlighted"
          >
            ${activityBars(messages, now)}
          </div>
        </td>
        <td>
          ${counts(messages, now, {
            length: dayMs,
            begun: today,
            names: ['today', 'yesterday', 'per day'],
          })}
        </td>
      </tr>
      <tr>
        <td></td>
        <td>
          ${counts(messages, now, {
            length: weekMs,
            begun: sunday,
            names: ['this week', 'last week', 'per week'],
          })}
        </td>
      </tr>
    </tbody>
  </table>`;
}

function counts(messages: readonly Message[], now: number, { length, begun, names }: Span): Html {
  const between = (from: number, to: number): number =>
    messages.filter(({ postedAt }) => postedAt >= from && postedAt < to).length;
  const first = messages[0]?.postedAt ?? now;
  const spans = Math.max(1, Math.ceil((now - first) / length));
  const numbers = [
    between(begun, Infinity),
    between(begun - length, begun),
    Math.round(messages.length / spans),
  ];
  return html`<table class="message-stats">
    <tbody>
      <tr>
        ${numbers.map(
          (number, index) =>
            html`<td>
              <div class="stats-count">${number}</div>
              <div class="stats-timeframe">${names[index] ?? ''}</div>
            </td>`,
        )}
      </tr>
    </tbody>
  </table>`;
}
