import type { Store } from '../state/store.js';

/** What the service already understands between angle brackets: mentions, channels, commands, links. */
const control = /<(?:@[UW]\w+|#C\w+|!date\^[^<>|]+|![\w^-]+|(?:https?|mailto|tel):[^<>\s|]+)(?:\|[^<>]*)?>/;
const bareUrl = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"\]]/;
const bareAmpersand = /&(?!amp;|lt;|gt;)/g;
const escapable = new RegExp(`${bareAmpersand.source}|[<>]`);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const special = new RegExp(`${control.source}|${bareUrl.source}|${escapable.source}`, 'g');

/** Text as the service stores it: addresses become links, and `&`, `<`, `>` are escaped where they stand for themselves. */
export function formatText(text: string): string {
  return text.replace(special, (found) => {
    const entity = entities[found];
    if (entity !== undefined) return entity;
    const target = found.replaceAll(bareAmpersand, '&amp;');
    return target.startsWith('<') ? target : `<${target}>`;
  });
}

/** Turns `@name`, `#name` and `@channel` into mentions, as the service does where `link_names` asks for it. */
export function linkNames(text: string, store: Store): string {
  const mentions = new Map<string, string>();
  for (const { name, id, kind } of store.conversations.values()) {
    if (kind === 'channel') mentions.set(`#${name}`, `<#${id}>`);
  }
  for (const { handle, id } of store.usergroups.values()) mentions.set(`@${handle}`, `<!subteam^${id}>`);
  for (const { name, id } of store.users.values()) mentions.set(`@${name}`, `<@${id}>`);
  for (const name of ['channel', 'here', 'everyone']) mentions.set(`@${name}`, `<!${name}>`);
  // What is between angle brackets is a mention or an address already.
  return text.replaceAll(/<[^<>]*>|(?<!\w)[@#][\w.-]*\w/g, (found) => mentions.get(found) ?? found);
}
