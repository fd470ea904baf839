import { daysBetween, type Hours } from '../transcript/days.js';
import type { TranscriptDay } from '../transcript/transcript-day.js';
import { html, type Html, nothing } from './html.js';
import { dateOf } from './relative-time.js';

/** `/transcript/1/2018/10/30/11-23`. */
export function transcriptPath(roomId: number, day: number, hours?: Hours): string {
  const date = new Date(day);
  const path = `/transcript/${roomId}/${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
  return hours === undefined ? path : `${path}/${hours.from}-${hours.to}`;
}

/** The ways to other days, above and below the messages. */
export function dayLinks(roomId: number, { day, first, previous, next, last }: TranscriptDay): Html {
  const link = (to: number, label: Html, relation?: 'prev' | 'next'): Html => {
    const rel = relation === undefined ? nothing : html` rel="${relation}"`;
    const href = transcriptPath(roomId, to);
    const title = dateOf(to);
    // The head of a page is the place for this, and yet it stands here.
    const hint =
      relation === undefined ? nothing : html`<link rel="${relation}" title="${title}" href="${href}" />`;
    return html`<a href="${href}" class="button noprint" ${rel} title="${title}">${label}</a>&nbsp; ${hint}`;
  };
  return html`
    ${first === undefined ? nothing : link(first, html`&laquo; first day (${away(first, day)} earlier)`)}
    ${previous === undefined ? nothing : link(previous, html`&larr; previous day`, 'prev')}
    ${next === undefined ? nothing : link(next, html`next day &rarr;`, 'next')}
    ${last === undefined ? nothing : link(last, html`last day (${away(day, last)} later) &raquo;`)}
    <div class="clear-both"></div>
  `;
}

/** The parts of a day that is too large for one page. */
export function hourPager(roomId: number, { day, hours, parts }: TranscriptDay): Html {
  if (parts.length < 2) return nothing;
  const links = parts.map((part) => {
    const isShown = part.from === hours?.from && part.to === hours.to;
    const label = `${clock(part.from)} - ${clock(part.to)}`;
    return isShown
      ? html`<span class="page-numbers current">${label}</span> `
      : html`<a href="${transcriptPath(roomId, day, part)}"><span class="page-numbers">${label}</span></a> `;
  });
  return html`<div class="pager">${links}</div>
    <div class="clear-both"></div>`;
}

function away(earlier: number, later: number): string {
  const days = daysBetween(earlier, later);
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
