import { isServiceError } from '@x/http-core';
import { reword } from '../calls/reword.js';

/** The same error, as one after which nothing is tried again. */
export function asFinal(error: unknown): unknown {
  return isServiceError(error) && error.retryable ? reword(error, { retryable: false }) : error;
}

/** Refusals that stay, whatever was possible before: of the token, of RTM or Socket Mode itself; and an address of anybody's. */
const staying =
  /^(no_permission|missing_scope|access_denied|accesslimited|enterprise_is_restricted|ekm_access_denied|team_access_not_granted|feature_not_enabled|forbidden_team|link_disabled|method_deprecated|rtm_connect_required|is_bot|UNTRUSTED_ADDRESS)$/;

/**
 * The error of a service that let us in before, as one after which it is tried again: what it refuses now, or what spoke in its
 * place, may pass; but for a token that does not hold any more.
 */
export function asPassing(error: unknown): unknown {
  const isPassing =
    isServiceError(error) &&
    !error.retryable &&
    /^(refused|protocol)$/.test(error.kind) &&
    !staying.test(error.code);
  return isPassing ? reword(error, { retryable: true }) : error;
}
