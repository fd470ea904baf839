import { bodyUnreadable, illegalValue, missingArgument, outsideRange } from '../errors.js';
import { oneOf } from './parameters.js';

/**
 * The properties of a JSON body, or flat parameters. Numbers and booleans may come as strings, which the guide's own examples
 * do, and enums in any case. A property that is null is as good as absent.
 */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** A JSON value that must be an object. */
  static of(value: unknown, name: string): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return new Fields({ ...value });
    }
    throw bodyUnreadable(`${name} must be an object.`);
  }

  get names(): string[] {
    return Object.keys(this.#values);
  }

  /** Whether it is there at all, be it null. */
  has(name: string): boolean {
    return Object.hasOwn(this.#values, name);
  }

  /** Whether there is something in it. */
  hasValue(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw bodyUnreadable(`${name} must be a string.`);
  }

  /** A text that must be there and not be empty. */
  needText(name: string): string {
    return this.#need(name, this.text(name) || undefined);
  }

  boolean(name: string): boolean | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    return oneOf(text, name, ['true', 'false']) === 'true';
  }

  needBoolean(name: string): boolean {
    return this.#need(name, this.boolean(name));
  }

  integer(name: string, range: { readonly from: number; readonly to: number }): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(text)) throw illegalValue(name, text);
    const value = Number(text);
    if (value < range.from || value > range.to) throw outsideRange(name, range.from, range.to);
    return value;
  }

  /** One of several words in any case, as the service writes it. */
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : oneOf(text, name, words);
  }

  needChoice<Word extends string>(name: string, words: readonly Word[]): Word {
    return this.#need(name, this.choice(name, words));
  }

  object(name: string): Fields | undefined {
    const value = this.#value(name);
    return value === undefined ? undefined : Fields.of(value, name);
  }

  /** A list, empty when absent. Parameters write it with commas. */
  list(name: string): readonly unknown[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    if (typeof value === 'string') return value.split(',').filter((item) => item !== '');
    throw bodyUnreadable(`${name} must be a list.`);
  }

  texts(name: string): string[] {
    return this.list(name).map((item) => {
      if (typeof item === 'string') return item;
      throw bodyUnreadable(`${name} must be a list of strings.`);
    });
  }

  objects(name: string): Fields[] {
    return this.list(name).map((item) => Fields.of(item, name));
  }

  /** The value as it was sent; undefined when absent or null. */
  raw(name: string): unknown {
    return this.#value(name);
  }

  #value(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? (this.#values[name] ?? undefined) : undefined;
  }

  #need<Value>(name: string, value: Value | undefined): Value {
    if (value === undefined) throw missingArgument(name);
    return value;
  }
}
