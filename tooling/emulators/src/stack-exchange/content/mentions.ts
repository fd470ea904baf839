/**
 * The names that a text calls by `@`, as written. Two characters are enough. What can follow a name in a sentence is not part of it.
 */
export function mentionedNames(text: string): string[] {
  return [...text.matchAll(/(?<![\w@])@([^\s!?();:,/+&<@]{2,})/g)]
    .map(([, name = '']) => name.replace(/(?:'s|')?\.?$/, ''))
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
