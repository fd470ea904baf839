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
  maxAnswerBytes: 32 * 1024 * 1024,
};

/** The limits that are given, over those that hold otherwise. */
export function checkLimits(
  refuse: RefuseOption,
  given: { readonly [Name in keyof Limits]?: number | undefined },
  otherwise: Limits,
): Limits {
  const limits: Record<keyof Limits, number> = { ...otherwise };
  for (const name of Object.keys(limits) as (keyof Limits)[]) {
    limits[name] = checkNumber(refuse, name, given[name] ?? limits[name], name.endsWith('imeoutMs') ? 1 : 0);
  }
  return limits;
}
