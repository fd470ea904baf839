import { refuseArgument } from '../errors.js';

/** Refuses a text that is shorter or longer than the service takes; one that is left out or emptied is none. */
export function checkLength(name: string, value: string | null | undefined, most: number, least = 1): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || value.length < least || value.length > most) {
    refuseArgument(name, `a text of ${least === most ? most : `${least} to ${most}`} characters`);
  }
}

/** Refuses a number that is not whole, or not between two others; one that is left out or emptied is none. */
export function checkRange(
  name: string,
  value: number | null | undefined,
  least: number,
  most: number,
): void {
  if (value === undefined || value === null) return;
  if (!Number.isInteger(value) || value < least || value > most) {
    refuseArgument(name, `a whole number from ${least} to ${most}`);
  }
}
