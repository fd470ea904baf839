import { isNetworkHost } from '../network/sites.js';
import { escapeHtml } from './escape.js';

/** What it takes to post pictures. */
export const pictureReputation = 20;

/** A message that is quoted in another one. */
export interface QuotedMessage {
  readonly id: number;
  readonly userName: string;
  readonly html: string;
  readonly postedAt: number;
}

export interface Oneboxes {
  /** Whether the author may post pictures, which takes some reputation. */
  readonly showsPictures: boolean;
  /** The message that an address leads to; undefined when it leads to none that may be shown. */
  readonly quoted: (address: URL) => QuotedMessage | undefined;
  /**
   * Whether other addresses that the service shows in a box get one as well. Their boxes were never captured: these have the class, and
   * a link inside.
   */
  readonly showsAll: boolean;
}

const pictureName = /\.(?:jpe?g|png|gif|bmp|svg|webp)$/i;

/** What each kind of box stands for, by host and path. The order counts: what comes first is more special. */
const kinds: readonly (readonly [name: string, host: (host: string) => boolean, path: RegExp])[] = [
  ['ob-conversation', isChatHost, /^\/rooms\/\d+\/conversation\/./],
  ['ob-room', isChatHost, /^\/rooms\/(?:info\/)?\d+/],
  ['ob-user', isNetworkHost, /^\/users\/\d+/],
  ['ob-post', isNetworkHost, /^\/(?:questions|q|a)\/\d+/],
  ['ob-blog', (host) => host === 'stackoverflow.blog' || host.startsWith('blog.'), /^\/\d{4}\//],
  ['ob-wikipedia', (host) => host.endsWith('.wikipedia.org'), /^\/wiki\/./],
  ['ob-xkcd', (host) => /^(?:www\.)?xkcd\.com$/.test(host), /^\/\d+\/?$/],
  ['ob-youtube', (host) => /^(?:(?:www|m)\.)?youtube\.com$|^youtu\.be$/.test(host), /^\/./],
  ['ob-launchpad', (host) => host.endsWith('launchpad.net'), /\+bug\/\d+/],
  ['ob-manpage', (host) => host === 'manpages.ubuntu.com', /^\/manpages\/./],
  ['ob-area51', (host) => host === 'area51.stackexchange.com', /^\/proposals\/\d+/],
  ['ob-anidb', (host) => /^(?:www\.)?anidb\.net$/.test(host), /^\/./],
];

/** What a text shows that is nothing but an address; undefined when it is shown as it stands. */
export function onebox(text: string, { quoted, showsAll, showsPictures }: Oneboxes): string | undefined {
  const [, forced, address] = /^(!)?(https?:\/\/\S+)$/.exec(text) ?? [];
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (forced !== undefined || pictureName.test(url.pathname)) {
    return showsPictures ? picture(address) : undefined;
  }
  const message = quoted(url);
  if (message !== undefined) return quotation(message);
  const [kind] = showsAll
    ? (kinds.find(([, isHost, path]) => isHost(url.hostname) && path.test(url.pathname)) ?? [])
    : [];
  return kind === undefined ? undefined : box(kind, link(address, escapeHtml(address)));
}

function picture(address: string): string {
  const href = escapeHtml(address.replace(/^https?:/, ''));
  const image = `<img src="${href}" class="user-image" alt="user image" />`;
  return box('ob-image', `<a rel="nofollow noopener noreferrer" href="${href}">${image}</a>`);
}

function quotation({ id, userName, html, postedAt }: QuotedMessage): string {
  const exact = new Date(postedAt).toISOString().replace('T', ' ').replace(/\.\d+/, '');
  const parts = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const inWords = new Date(postedAt).toLocaleDateString('en-US', parts);
  return box(
    'ob-message',
    `<a rel="noopener noreferrer" class="roomname" href="/transcript/message/${id}#${id}">` +
      `<span title="${exact}">${inWords} at ${exact.slice(11, 16)}</span></a>, ` +
      `by <span class="user-name">${escapeHtml(userName)}</span><br /><div class="quote">${html}</div>`,
  );
}

function box(kind: string, inside: string): string {
  return `<div class="onebox ${kind}">${inside}</div>`;
}

function link(address: string, label: string): string {
  return `<a rel="nofollow noopener noreferrer" href="${escapeHtml(address)}">${label}</a>`;
}

function isChatHost(host: string): boolean {
  return host.startsWith('chat.') && isNetworkHost(host);
}
