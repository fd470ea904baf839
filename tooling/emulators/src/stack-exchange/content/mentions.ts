/** The names that a text calls by `@`, as written. Two characters are enough. */
export function mentionedNames(text: string): string[] {
  return [...text.matchAll(/(?<=^|[\s(])@([^\s!?();:,/+&<@]{2,})/g)].map(([, name = '']) =>
    name.replace(/(?:'s|'|\.)+$/, ''),
  );
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
