import { isNetworkHost } from '../network/sites.js';
import { escapeHtml } from './escape.js';
import { createStash, markClose, markOpen, type Stash, tagClose, tagOpen, withoutMarks } from './stash.js';

/** What must stand before and after marked text, in the words of regular expressions. */
const opens = String.raw`(?<=^|[\s,('"[{\-])`;
const opensItalic = String.raw`(?<=^|[\s,('"[{\-${tagClose}])`;
const closes = String.raw`(?=$|[\s,?!.;:)\]}\-])`;
const closesItalic = String.raw`(?=$|[\s,?!.;:)\]}\-${tagOpen}])`;

const escaped = /\\([`*_[\]()])/g;
const code = /(?<=^|\W|_)(?<!`)(`+)(?![ `])(.+?)(?<!`)\1(?!`)/g;
const boldStars = new RegExp(String.raw`(?:${opens}|(?=\*\*\*))\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)`, 'g');
const boldLines = new RegExp(`${opens}__(?=\\S)(.+?)(?<=\\S)__${closes}`, 'g');
const italicStars = new RegExp(String.raw`${opensItalic}\*(?![\s*])([^*]+?)(?<=\S)\*(?!\*)`, 'g');
const italicLines = new RegExp(`${opensItalic}_(?![\\s_])(.+?)(?<=[^\\s_])_${closesItalic}`, 'g');
const strike = new RegExp(`${opens}---(?=\\S)(.+?)(?<=\\S)---${closes}`, 'g');
const url = String.raw`(?:https?|ftp):\/\/(?:[^\s()${markOpen}${markClose}]|\([^\s()${markOpen}${markClose}]*\))+`;
const link = new RegExp(String.raw`(?<=^|\s)\[([^\]]+)\]\((${url})(?:\s+"([^"]*)")?\)`, 'g');
const tag = /\[tag:([\w.#+-]+)\](?!\()/g;

/**
 * A single line of Markdown as the service renders it: escapes, code, bold, italic, strike, links, tags, in this order. Bare
 * addresses, quotes and mentions stay text, which is the page's business.
 */
export function renderMarkdown(line: string, tagHost: string): string {
  const stash = createStash();
  const text = withoutMarks(line)
    .replaceAll(escaped, (_all, character: string) => stash.put(`&#${character.charCodeAt(0)};`))
    .replaceAll(code, (_all, _ticks: string, inner: string) => stash.put(element('code', escapeHtml(inner))))
    .replaceAll(boldStars, surround(stash, 'b'))
    .replaceAll(boldLines, surround(stash, 'b'))
    .replaceAll(italicStars, surround(stash, 'i'))
    .replaceAll(italicLines, surround(stash, 'i'))
    .replaceAll(strike, surround(stash, 'strike'))
    .replaceAll(link, (_all, label: string, address: string, title: string | undefined) =>
      stash.put(anchor(escapeHtml(label), address, title)),
    )
    .replaceAll(tag, (_all, name: string) => stash.put(tagLink(name, tagHost)));
  return stash.restore(escapeHtml(text));
}

/** Only the tags are finished: what stands between them is still to be looked at. */
function surround(stash: Stash, name: string): (all: string, inner: string) => string {
  return (_all, inner) => `${stash.put(`<${name}>`)}${inner}${stash.put(`</${name}>`)}`;
}

function element(name: string, html: string): string {
  return `<${name}>${html}</${name}>`;
}

function anchor(labelHtml: string, address: string, title: string | undefined): string {
  const titled = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
  const inside = URL.canParse(address) && isNetworkHost(new URL(address).hostname);
  const target = escapeHtml(inside ? address.replace(/^https?:/, '') : address);
  const relation = inside ? '' : ' rel="nofollow noopener noreferrer"';
  return `<a href="${target}"${titled}${relation}>${labelHtml}</a>`;
}

function tagLink(name: string, host: string): string {
  return `<a href="//${host}/questions/tagged/${encodeURIComponent(name)}"><span class="ob-post-tag">${escapeHtml(name)}</span></a>`;
}
