import { kindOfStatus } from '@x/http-core';
import { ChatterError, describeAnswer } from '../errors.js';

/** What became of one call of a batch. */
export type BatchResult<Answer> =
  | { readonly ok: true; readonly status: number; readonly value: Answer }
  | {
      readonly ok: false;
      readonly error: ChatterError;
      /** Whether it was not run at all, because one before it had failed. */
      readonly halted: boolean;
    };

/** One result as the service words it. */
export interface BatchResultItem {
  readonly result?: unknown;
  readonly statusCode: number;
}

/** How long the limit of the hour may last at most, in milliseconds. */
const hourMs = 3_600_000;

/** The code of calls that were not run. */
const haltedCode = 'BATCH_PROCESSING_HALTED';

/** Reads one result. `title` says in errors what was asked. */
export function readResult(
  { result, statusCode: status }: BatchResultItem,
  title: string,
  reads: boolean,
): BatchResult<unknown> {
  // An answer without a body is nothing, as it is outside of batches.
  if (status >= 200 && status <= 299) return { ok: true, status, value: result ?? undefined };
  const answer = { status, headers: new Headers(), url: '', text: '', data: result };
  const {
    kind = kindOfStatus(status),
    code = `HTTP_${status}`,
    message = '',
    ...facts
  } = describeAnswer(answer, 1, () => hourMs);
  const halted = code === haltedCode;
  const words = `chatter: ${title} in a batch answered ${status} ${code}${message && `: ${message}`}`;
  const error = new ChatterError(words, {
    service: 'chatter',
    // What did not happen can be asked for again.
    kind: halted ? 'refused' : kind,
    retryable: halted || (reads && status > 499),
    code,
    status,
    details: result,
    ...facts,
  });
  return { ok: false, error, halted };
}
