/** Says what was expected where something else was sent. */
export class UnusableInput extends Error {}

export type Reader<Value = unknown> = (value: unknown, name: string) => Value;

export interface Field<Value = unknown, Needed extends boolean = boolean> {
  readonly read: Reader<Value>;
  readonly needed: Needed;
}

export const needed = <Value>(read: Reader<Value>): Field<Value, true> => ({ read, needed: true });
export const optional = <Value>(read: Reader<Value>): Field<Value, false> => ({ read, needed: false });

/** An object that was read by its fields. */
export type Read<Fields extends Readonly<Record<string, Field>>> = {
  readonly [Name in keyof Fields as Fields[Name]['needed'] extends true ? Name : never]: ReturnType<
    Fields[Name]['read']
  >;
} & {
  readonly [Name in keyof Fields as Fields[Name]['needed'] extends true ? never : Name]?: ReturnType<
    Fields[Name]['read']
  >;
};

/** Reads an object that has the fields given and no others; a field that is absent stays absent. */
export function readObject<Fields extends Readonly<Record<string, Field>>>(
  value: unknown,
  name: string,
  fields: Fields,
): Read<Fields> {
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
  return read as Read<Fields>;
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

/** Reads one of these words. */
export function oneOf<Choice extends string>(...choices: readonly Choice[]): Reader<Choice> {
  return (value, name) => {
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    throw new UnusableInput(`${name} must be one of ${listed(choices)}.`);
  };
}

/** Reads a list of such things. */
export function listOf<Item>(read: Reader<Item>): Reader<Item[]> {
  return (value, name) => {
    if (!Array.isArray(value)) throw new UnusableInput(`${name} must be a list.`);
    return value.map((item: unknown, index) => read(item, `${name}[${index}]`));
  };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'no fields' : names.map((name) => `"${name}"`).join(', ');
}
