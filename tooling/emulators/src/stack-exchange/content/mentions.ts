/** An `@` and what follows it up to a character that no name has. Two characters are enough. */
export const mentionPattern: RegExp = /(?<![\w@])@([^\s!?();:,/+&<@]{2,})/g;

/** What was written after an `@`, without what can follow a name in a sentence. */
export function nameOf(written: string): string {
  return written.replace(/(?:'s|')?\.?$/, '');
}

/** The names that a text calls by `@`, as written. */
export function mentionedNames(text: string): string[] {
  return [...text.matchAll(mentionPattern)]
    .map(([, written = '']) => nameOf(written))
    .filter((name) => name.length >= 2);
}

/** The users whom a text calls by `@@` and their id, wherever they are. Only moderators can do that. */
export function superPinged(text: string): number[] {
  return [...text.matchAll(/(?<![\w@])@@(\d+)\b/g)].map(([, id]) => Number(id));
}

/** Whether a mention means this person: their name, or how it begins, without blanks, accents and case. */
export function isCalled(mention: string, name: string): boolean {
  const wanted = normalized(mention);
  const whole = normalized(name);
  if (wanted.length < 2) return false;
  // So short a beginning would call half of the room.
  if (wanted.length === 2) return whole.length <= 2 && whole.startsWith(wanted);
  return whole.startsWith(wanted);
}

function normalized(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{Diacritic}\s]/gu, '')
    .toLowerCase();
}
