import type { CallOptions } from '@x/http-core';
import { partsOf } from '../parts.js';
import type { Smooch } from '../types/smooch.js';
import { userPath } from './app-users.js';

/** What the service answers about payments: documented nowhere. */
export type StripeAnswer = Readonly<Record<string, unknown>>;

/** Payments by Stripe. */
export interface Stripe {
  /**
   * Keeps how an app user pays, by a token of Stripe.
   *
   * @see `POST /appusers/{userId}/stripe/customer`
   */
  createCustomer(
    userId: string,
    customer: { readonly token: string },
    call?: CallOptions,
  ): Promise<StripeAnswer>;
  /**
   * Pays for a `buy` action, with a token or as was kept. Sent again after a 429 only.
   *
   * @see `POST /appusers/{userId}/stripe/transaction`
   */
  createTransaction(
    userId: string,
    transaction: { readonly actionId: string; readonly token?: string | undefined },
    call?: CallOptions,
  ): Promise<StripeAnswer>;
  /** @see `GET /stripe/account` */
  account(call?: CallOptions): Promise<StripeAnswer>;
}

/**
 * The payments of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { stripe, type Smooch } from '@x/smooch';
 *
 * export async function pay(smooch: Smooch, userId: string, actionId: string, token: string): Promise<void> {
 *   await stripe(smooch).createTransaction(userId, { actionId, token });
 * }
 * ```
 */
export function stripe(smooch: Smooch): Stripe {
  const { app } = partsOf(smooch);
  return {
    createCustomer: async (userId, json, call) =>
      app.json('POST', `${userPath(userId)}/stripe/customer`, { ...call, json }),
    createTransaction: async (userId, json, call) =>
      app.json('POST', `${userPath(userId)}/stripe/transaction`, { ...call, json }),
    account: (call) => app.json('GET', '/stripe/account', call),
  };
}
