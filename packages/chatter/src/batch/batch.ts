import { isServiceError } from '@x/http-core';
import { callOf, send, type Chain, type ChainClient } from '../chain.js';
import { connectPath } from '../connect.js';
import { ChatterError } from '../errors.js';
import { refuse, requireNode } from '../refuse.js';
import type { ChatterCallOptions } from '../types/call.js';
import { endlessMs, jsonPart, sendMultipart } from '../upload/send-multipart.js';
import type { Call } from './call.js';
import { prepareCall, type PreparedCall } from './request.js';
import { readResult, type BatchResult, type BatchResultItem } from './results.js';

/** A node that is to be got, or a call that `call` describes. */
export type BatchItem = Call<unknown> | { get(...input: never): Promise<unknown> };

/** What an item of a batch answers. */
export type BatchAnswer<Item> =
  Item extends Call<infer Answer>
    ? Answer
    : Item extends { get(...input: never): Promise<infer Answer> }
      ? Answer
      : never;

/** What became of each item of a batch, in the order of the items. */
export type BatchResults<Items extends readonly BatchItem[]> = {
  -readonly [Index in keyof Items]: BatchResult<BatchAnswer<Items[Index]>>;
};

/** What can be said about a batch. */
export interface BatchOptions extends ChatterCallOptions {
  /** Ends the batch at the first failure: what stands after it is not run, and is told as `halted`. Default false. */
  readonly haltOnError?: boolean | undefined;
  /**
   * Makes several batches of more than 25 items, one after the other. One that fails as a whole fails its own items.
   * Does not go with `haltOnError`. Default false: more than 25 are refused.
   */
  readonly split?: boolean | undefined;
  /** Limit of each batch, in milliseconds: its items run one after the other. Default 120,000. */
  readonly timeoutMs?: number | undefined;
}

/** The most items of a batch. */
const mostItems = 25;

/**
 * Sends up to 25 calls as one. They run one after the other as the same user; nothing is taken back when a later one
 * fails, and each counts against the limits of the service.
 *
 * @param node Any chain of the client that the items belong to. Items may be in communities; the batch is not.
 * @param items Nodes that are to be got, and what `call` describes.
 * @returns What became of each item, in their order, typed one by one. Items that fail do not reject.
 * @throws `usage` / `INVALID_REQUEST` for more than 25 items without `split`, for `split` beside `haltOnError`, and for what
 * is no call of this client. `refused` / `INVALID_BATCH_REQUEST` when the service will not have one of the items as it is
 * written: then none was run. Else as any call does.
 * @example
 * ```ts
 * import { batch, call, createChatter, message } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const body = message`Hello`;
 * const [me, post] = await batch(chatter, [
 *   chatter.users.me,
 *   call(chatter.feed_elements, 'POST', { feedElementType: 'FeedItem', subjectId: 'me', body }),
 * ]);
 * if (me.ok) console.log(me.value.name);
 * if (!post.ok) console.log(post.halted ? 'not run' : post.error.message);
 * ```
 * @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_batch.htm
 */
export async function batch<const Items extends readonly BatchItem[]>(
  node: Chain,
  items: Items,
  options: BatchOptions = {},
): Promise<BatchResults<Items>> {
  const { client, path } = requireNode('batch', node);
  const { haltOnError = false, split = false } = options;
  if (split && haltOnError) refuse('split does not go with haltOnError: each batch would halt on its own');
  if (items.length > mostItems && !split) {
    refuse(
      `a batch takes ${mostItems} items, and these are ${items.length}; split makes several batches of them`,
    );
  }
  const calls = await Promise.all(items.map((item, index) => prepareCall(client, item, index)));
  const target = connectPath(path).replace(/\/communities\/.*/, '') + '/batch';
  const results: BatchResult<unknown>[] = [];
  for (let start = 0; start < calls.length; start += mostItems) {
    const some = calls.slice(start, start + mostItems);
    const sent = sendBatch(client, target, some, options);
    results.push(...(await (split ? sent.catch((error: unknown) => failAll(some, error)) : sent)));
  }
  return results as BatchResults<Items>;
}

async function sendBatch(
  client: ChainClient,
  target: string,
  calls: readonly PreparedCall[],
  options: BatchOptions,
): Promise<BatchResult<unknown>[]> {
  const files = calls.flatMap(({ file }) => file ?? []);
  const { haltOnError = false, timeoutMs = files.length === 0 ? 120_000 : endlessMs } = options;
  const body = { haltOnError, batchRequests: calls.map(({ subrequest }) => subrequest) };
  const sent = { ...callOf(target, 'POST', body, options), timeoutMs, totalTimeoutMs: endlessMs };
  // What only reads may be read again.
  const repeatable = calls.every(({ reads }) => reads);
  const parts = [jsonPart(body), ...files];
  const answer = await (files.length === 0
    ? send(client, { ...sent, repeatable })
    : sendMultipart(client, sent, parts));
  const results = (answer as { readonly results?: readonly BatchResultItem[] } | undefined)?.results ?? [];
  if (results.length !== calls.length) {
    throw new ChatterError(`chatter: a batch of ${calls.length} calls has ${results.length} results`, {
      service: 'chatter',
      kind: 'protocol',
      code: 'INVALID_JSON',
      details: answer,
    });
  }
  return calls.map(({ title, reads }, index) => readResult(results[index] as BatchResultItem, title, reads));
}

/** A batch that failed as a whole, told of each of its items. An abort is no failure of theirs. */
function failAll(calls: readonly PreparedCall[], error: unknown): BatchResult<unknown>[] {
  if (!isServiceError(error)) throw error;
  return calls.map(() => ({ ok: false, error, halted: false }));
}
