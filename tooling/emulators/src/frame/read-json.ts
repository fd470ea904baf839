/** Says what was expected where something else was sent. */
export class UnusableInput extends Error {}

type Reader = (value: unknown, name: string) => unknown;

export interface Field {
  readonly read: Reader;
  readonly needed: boolean;
}

export const needed = (read: Reader): Field => ({ read, needed: true });
export const optional = (read: Reader): Field => ({ read, needed: false });

/** Reads an object that has the fields given and no others; a field that is absent stays absent. */
export function readObject(
  value: unknown,
  name: string,
  fields: Readonly<Record<string, Field>>,
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnusableInput(`${name} must be an object with ${listed(Object.keys(fields))}.`);
  }
  const stranger = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  if (stranger !== undefined) {
    throw new UnusableInput(`${name} has no field "${stranger}"; it has ${listed(Object.keys(fields))}.`);
  }
  const given = new Map<string, unknown>(Object.entries(value));
  const read: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (given.has(key)) read[key] = field.read(given.get(key), `${name}.${key}`);
    else if (field.needed) throw new UnusableInput(`${name} needs "${key}".`);
  }
  return read;
}

export function readText(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new UnusableInput(`${name} must be a string.`);
  return value;
}

export function readTexts(value: unknown, name: string): Record<string, string> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw new UnusableInput(`${name} must be an object of strings.`);
  return Object.fromEntries(
    Object.entries(value).map(([key, text]) => [key, readText(text, `${name}.${key}`)]),
  );
}

export function readTruth(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw new UnusableInput(`${name} must be true or false.`);
  return value;
}

export function readWholeNumber(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new UnusableInput(`${name} must be a whole number from 0 on.`);
  }
  return value;
}

export function readHttpStatus(value: unknown, name: string): number {
  const status = readWholeNumber(value, name);
  if (status < 200 || status > 599)
    throw new UnusableInput(`${name} must be an HTTP status from 200 to 599.`);
  return status;
}

export function oneOf(...choices: readonly string[]): Reader {
  return (value, name) => {
    if (typeof value === 'string' && choices.includes(value)) return value;
    throw new UnusableInput(`${name} must be one of ${listed(choices)}.`);
  };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'no fields' : names.map((name) => `"${name}"`).join(', ');
}
