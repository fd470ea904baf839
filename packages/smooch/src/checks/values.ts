import type { RefuseOption } from '@x/http-core';

/** Something of which nothing is known yet: programs in JavaScript send what they like. */
export type Raw = Readonly<Record<string, unknown>>;

/** Refuses a text that is shorter or longer than the service takes; one that is left out or emptied is none. */
export function checkLength(
  refuse: RefuseOption,
  name: string,
  value: unknown,
  most: number,
  least = 1,
): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || value.length < least || value.length > most) {
    const range = least === 0 ? `at most ${most}` : least === most ? most : `${least} to ${most}`;
    refuse(name, `a text of ${range} characters`);
  }
}

/** Refuses a text that must be there and is not, or is too long. */
export function checkGiven(
  refuse: RefuseOption,
  name: string,
  value: unknown,
  most: number = Infinity,
): void {
  if (typeof value !== 'string' || value === '') refuse(name, 'a text that is not empty');
  checkLength(refuse, name, value, most);
}

/** Refuses a number that is not whole, or not between two others; one that is left out or emptied is none. */
export function checkRange(
  refuse: RefuseOption,
  name: string,
  value: unknown,
  least: number,
  most: number,
): void {
  if (value === undefined || value === null) return;
  if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
    refuse(name, `a whole number from ${least} to ${most}`);
  }
}

/** A list of objects, of a size; anything else is refused. */
export function checkList(
  refuse: RefuseOption,
  name: string,
  value: unknown,
  least: number,
  most: number,
): readonly Raw[] {
  const isList = Array.isArray(value) && value.length >= least && value.length <= most;
  if (!isList || !value.every((each) => typeof each === 'object' && each !== null)) {
    refuse(name, `a list of ${least} to ${most} objects`);
  }
  return value as readonly Raw[];
}
