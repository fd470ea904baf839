import type { RefuseOption } from '@x/http-core';

/**
 * What is done when the service passes over a text because it is what the account said last in the room. `error` rejects
 * with `DUPLICATE_MESSAGE`. `resend` sends it with a blank before it, and if that is passed over, too, with a blank at both
 * ends; then it rejects. `ignore` resolves with the message that is there.
 */
export type Duplicates = 'error' | 'resend' | 'ignore';

/** How a client posts when a call does not say otherwise. */
export interface PostHabits {
  readonly duplicates: Duplicates;
  /** Short messages that wait are joined to one. */
  readonly sendAggressively: boolean;
}

/** Refuses what is no way to deal with duplicates. */
export function checkDuplicates(refuse: RefuseOption, duplicates: unknown): void {
  if (duplicates !== 'error' && duplicates !== 'resend' && duplicates !== 'ignore') {
    refuse('duplicates', '"error", "resend" or "ignore"');
  }
}
