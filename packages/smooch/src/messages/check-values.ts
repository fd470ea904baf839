import { refuseArgument } from '../errors.js';

/** Something of which nothing is known yet: programs in JavaScript send what they like. */
export type Raw = Readonly<Record<string, unknown>>;

/** A text that must be there, of at most so many characters. */
export function checkOneText(name: string, value: unknown, most: number = Infinity): void {
  if (typeof value !== 'string' || value === '') refuseArgument(name, 'a text that is not empty');
  checkTextSize(name, value, most);
}

/** A text that may be left out, of at most so many characters. */
export function checkTextSize(name: string, value: unknown, most: number): void {
  if (value === undefined) return;
  if (typeof value !== 'string' || value.length > most) {
    refuseArgument(name, `a text of at most ${most} characters`);
  }
}

/** A list of objects, of a size. */
export function checkList(name: string, value: unknown, least: number, most: number): readonly Raw[] {
  const isList = Array.isArray(value) && value.length >= least && value.length <= most;
  if (!isList || !value.every((each) => typeof each === 'object' && each !== null)) {
    refuseArgument(name, `a list of ${least} to ${most} objects`);
  }
  return value as readonly Raw[];
}
