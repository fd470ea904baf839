/** How long the service waits before each attempt: five within fifteen minutes, further and further apart. */
const waitsMs = [0, 15_000, 60_000, 240_000, 585_000];

/** A target that has not answered by then counts as failed. */
export const answerLimitMs = 20_000;

/** Answers that say that asking again is no use. */
const finalRefusals = new Set([400, 401, 403, 404, 406]);

/** The wait after attempt number `attempt`, counted from 1, or undefined when that was the last. */
export function waitAfter(attempt: number): number | undefined {
  return waitsMs[attempt];
}

export function isDelivered(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** False for a success and for a refusal that stays one; no answer at all is worth another attempt. */
export function isWorthRetrying(status: number | undefined): boolean {
  return !isDelivered(status) && (status === undefined || !finalRefusals.has(status));
}
