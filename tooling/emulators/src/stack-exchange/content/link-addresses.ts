import { isNetworkHost } from '../network/sites.js';
import { mapText } from './map-text.js';

/** Longer addresses are cut behind a slash; both captured cuts end within this length. */
const longestShown = 40;

const address = /\b(?:https?|ftp):\/\/(?:(?!&(?:lt|gt|quot|#39);)[^\s<])+/g;

/**
 * The content of a message with links in place of bare addresses. Transcripts have them; the event feed leaves it to the page to make
 * them.
 */
export function linkAddresses(html: string): string {
  return mapText(html, (text) => text.replaceAll(address, linked));
}

function linked(found: string): string {
  const target = withoutTrailingPunctuation(found);
  const shown = shortened(target.replace(/^\w+:\/\/(?:www\.)?/, '').replace(/\/$/, ''));
  const title = titleOf(target);
  const titled = title === undefined ? '' : ` title="${title}"`;
  return `<a href="${target}" rel="nofollow noopener noreferrer"${titled}>${shown}</a>${found.slice(target.length)}`;
}

/** A full stop or a bracket behind an address belongs to the sentence, unless the bracket was opened within it. */
function withoutTrailingPunctuation(text: string): string {
  const shorter = text.replace(/[.,:;!?]+$/, '');
  if (!shorter.endsWith(')')) return shorter;
  const opened = shorter.split('(').length;
  return opened < shorter.split(')').length ? withoutTrailingPunctuation(shorter.slice(0, -1)) : shorter;
}

function shortened(text: string): string {
  if (text.length <= longestShown) return text;
  const cut = text.lastIndexOf('/', longestShown - 1) + 1;
  return `${text.slice(0, cut === 0 ? longestShown : cut)}&hellip;`;
}

/** The address of a question ends in its title, which a cut would hide. */
function titleOf(target: string): string | undefined {
  const [, host = '', slug] = /^https?:\/\/([^/]+)\/questions\/\d+\/([\w-]+)/.exec(target) ?? [];
  return slug !== undefined && isNetworkHost(host) ? slug.replaceAll('-', ' ') : undefined;
}
