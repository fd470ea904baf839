import { batchHalted, invalidBatch, multipartInvalid } from '../../errors.js';
import { readInput } from '../../input/read-input.js';
import { renderBatchResults } from '../batch-results.js';
import type { Answer, Call, Handlers, Performed } from '../call.js';
import { readSubrequest, requestOf, type Subrequest } from './subrequest.js';

const mostRequests = 25;

export const batchHandlers: Handlers = { 'POST /connect/batch': runBatch };

/**
 * Runs requests one after the other as the caller, each of which counts like one of its own and sees what those before it did.
 * Nothing is taken back when one fails. All are read before the first one runs.
 */
async function runBatch(call: Call): Promise<Answer> {
  const { fields, binaries } = await readInput(call.request, 'any');
  const wanted = fields.objects('batchRequests');
  if (wanted.length === 0 || wanted.length > mostRequests) {
    throw invalidBatch(`A batch must have 1 to ${mostRequests} batchRequests.`);
  }
  const halts = fields.boolean('haltOnError') ?? false;
  const subrequests = wanted.map((request) => readSubrequest(request, binaries, call.version));
  const named = new Set(wanted.map((request) => request.text('binaryPartName')));
  const stray = [...binaries.keys()].find((name) => !named.has(name));
  if (stray !== undefined) throw multipartInvalid(`No request of the batch names the binary part ${stray}.`);

  const results: Performed[] = [];
  let isHalted = false;
  for (const subrequest of subrequests) {
    const result: Performed = isHalted ? halted() : await perform(subrequest, call);
    results.push(result);
    isHalted = isHalted || (halts && result.status >= 400);
  }
  return { status: 200, body: renderBatchResults(results, call) };
}

async function perform(subrequest: Subrequest, call: Call): Promise<Performed> {
  const { status, body } = await call.perform(requestOf(subrequest, call));
  return { status, body: subrequest.method === 'HEAD' && status < 400 ? null : body };
}

function halted(): Performed {
  const { status, body } = batchHalted();
  return { status, body };
}
