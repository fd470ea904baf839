import { UsageError, type CommandLine } from './system.js';

/** The value of an option; an empty one is refused. */
export function textValue({ values }: CommandLine, name: string): string | undefined {
  const value = values[name];
  if (value === '') throw new UsageError(`--${name} must not be empty`);
  return typeof value === 'string' ? value : undefined;
}

/** One of some words. */
export function wordValue<const Word extends string>(
  line: CommandLine,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const value = textValue(line, name);
  const word = value === undefined ? words[0] : words.find((each) => each === value);
  if (word === undefined) throw new UsageError(`--${name} must be one of ${words.join(', ')}`);
  return word;
}

export function wholeNumber(line: CommandLine, name: string): number | undefined {
  const value = textValue(line, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} must be a whole number`);
  return Number(value);
}

export function isSet({ values }: CommandLine, name: string): boolean {
  return values[name] === true;
}
