import { refuse } from './refuse.js';

/** The largest whole number that the service reads as a number. */
const largest = 2 ** 31 - 1;
/** The largest that it reads at all. */
const largestQuoted = 1_000_000_000_000_000_000n;

/**
 * A copy of a body in which whole numbers beyond 2,147,483,647 are texts, as the service wants them; `bigint` values too,
 * which JSON has no form for.
 *
 * @throws `usage` / `INVALID_REQUEST` for a whole number beyond 10^18, and for a `number` that is no longer exact: the
 * service would read another one than was meant.
 * @example
 * ```ts
 * import { quoteIntegers } from '@x/chatter';
 *
 * export const body = quoteIntegers({ small: 1, large: 3_000_000_000, exact: 9_007_199_254_740_993n });
 * // { small: 1, large: '3000000000', exact: '9007199254740993' }
 * ```
 */
export function quoteIntegers(body: unknown): unknown {
  if (typeof body === 'bigint' || (typeof body === 'number' && Number.isInteger(body))) {
    const exact = typeof body === 'bigint' || Number.isSafeInteger(body);
    const size = BigInt(body) < 0n ? -BigInt(body) : BigInt(body);
    if (!exact || size > largestQuoted) refuse('a whole number must be exact, and not beyond 10^18');
    return size > largest || typeof body === 'bigint' ? String(body) : body;
  }
  if (Array.isArray(body)) return body.map((each) => quoteIntegers(each));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, quoteIntegers(value)]));
}
