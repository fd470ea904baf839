/** Everything that looks random in an emulator. The same seed gives the same sequence. */
export interface Random {
  /** An integer from 0 up to, but not including, `below`. */
  integer(below: number): number;
  pick<Item>(list: readonly Item[]): Item;
  string(length: number, alphabet: string): string;
  hex(length: number): string;
  base62(length: number): string;
  /** A version 4 UUID. */
  uuid(): string;
}

const hexDigits = '0123456789abcdef';
const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Seeded pseudo-random values. Nothing here is fit for real secrets. */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const integer = (below: number): number => Math.floor(next() * below);
  const string = (length: number, alphabet: string): string =>
    Array.from({ length }, () => alphabet.charAt(integer(alphabet.length))).join('');
  const hex = (length: number): string => string(length, hexDigits);
  return {
    integer,
    string,
    hex,
    pick<Item>(list: readonly Item[]): Item {
      const index = integer(list.length);
      // A list may hold undefined, so its length is asked and not the item.
      if (index >= list.length) throw new RangeError('Nothing can be picked from an empty list.');
      return list[index] as Item;
    },
    base62: (length) => string(length, base62Digits),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${string(1, '89ab')}${hex(3)}-${hex(12)}`,
  };
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough to make a world look alive. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
