/**
 * What calls somebody: `@` and the display name without its blanks.
 *
 * @example
 * ```ts
 * import { mention } from '@x/chatexchange';
 *
 * export const call: string = mention('Jon Clements'); // @JonClements
 * ```
 */
export function mention(name: string): string {
  return `@${name.replaceAll(/\s+/g, '')}`;
}

/**
 * Whether a text calls somebody: `@` and how their name begins, two characters or more, without blanks, accents and
 * case. Two characters call only who has no more. A full stop, `'` or `'s` behind it does not count. The text is plain:
 * {@link toText} makes it of HTML. A reply needs no mention any more: look for `reply` events, too.
 *
 * @example
 * ```ts
 * import { isMentioned } from '@x/chatexchange';
 *
 * export const called: boolean = isMentioned('thanks, @joncle!', 'Jon Clements'); // true
 * ```
 */
export function isMentioned(text: string, name: string): boolean {
  const whole = normalized(name);
  return [...text.matchAll(/(?<![\p{L}\p{N}_@])@([^\s!?();:,/+&<@]{2,})/gu)].some(([, called = '']) =>
    endings.some((ending) => calls(normalized(called.replace(ending, '')), whole)),
  );
}

/** What may stand behind a name, if it is not part of it. */
const endings = [/(?!)/, /(?:'s?)?\.?$/, /\.$/];

function calls(beginning: string, name: string): boolean {
  if (beginning.length < 2 || (beginning.length === 2 && name.length > 2)) return false;
  return name.startsWith(beginning);
}

function normalized(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{M}\s]/gu, '')
    .toLowerCase();
}
