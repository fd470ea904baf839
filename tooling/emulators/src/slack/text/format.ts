import type { Store } from '../state/store.js';

/** What the service already understands between angle brackets: mentions, channels, commands, links. */
const control = /<(?:@[UW]\w+|#C\w+|![\w^-]+|(?:https?|mailto|tel):[^<>\s|]+)(?:\|[^<>]*)?>/;
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
  const users = new Map([...store.users.values()].map((user) => [user.name, user.id]));
  const channels = new Map([...store.conversations.values()].map(({ name, id }) => [name, id]));
  return text.replaceAll(/(?<![\w<])([@#])([\w.-]*\w)/g, (found, sign: string, name: string) => {
    const id = (sign === '@' ? users : channels).get(name);
    if (id !== undefined) return `<${sign}${id}>`;
    return sign === '@' && /^(?:channel|here|everyone)$/.test(name) ? `<!${name}>` : found;
  });
}
