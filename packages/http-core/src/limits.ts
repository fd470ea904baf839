import { checkNumber, type RefuseOption } from './options.js';

/** What bounds a call. */
export interface Limits {
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retries: number;
  readonly maxRetryAfterMs: number;
  readonly maxAnswerBytes: number;
}

export const defaultLimits: Limits = {
  timeoutMs: 30_000,
  totalTimeoutMs: 300_000,
  retries: 2,
  maxRetryAfterMs: 60_000,
  maxAnswerBytes: 2 ** 25,
};

/** The limits that are given, over those that hold otherwise. */
export function checkLimits(
  refuse: RefuseOption,
  given: { readonly [Name in keyof Limits]?: number | undefined },
  otherwise: Limits,
): Limits {
  const limits: Record<keyof Limits, number> = { ...otherwise };
  for (const [name, value] of Object.entries(otherwise) as [keyof Limits, number][]) {
    limits[name] = checkNumber(refuse, name, given[name] ?? value, name.includes('imeout') ? 1 : 0);
  }
  return limits;
}
