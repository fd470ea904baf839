import { ChatterError } from '../errors.js';
import type { Json } from '../render/json.js';
import { render } from '../render/render.js';
import type { Answer, Call, Performed } from './call.js';

/**
 * Does something for each id of a list in a path, `{feedElementIds}`. One that is refused hinders no other; the answer is 200
 * whatever came of them.
 */
export function forEachId(call: Call, part: string, run: (id: string) => Json, status = 200): Answer {
  const results = call
    .part(part)
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .map((id) => attempt(() => run(id), status));
  return { status: 200, body: renderBatchResults(results, call) };
}

/** What comes of an attempt: the answer, or the errors with which it was refused. */
export function attempt(run: () => Json, status = 200): Performed {
  try {
    return { status, body: run() };
  } catch (error) {
    if (error instanceof ChatterError) return { status: error.status, body: error.body };
    throw error;
  }
}

/** Batch Results. */
export function renderBatchResults(results: readonly Performed[], call: Call): Json {
  return render(
    'BatchResults',
    {
      hasErrors: results.some(({ status }) => status >= 400),
      results: results.map(({ status, body }) =>
        render('BatchResultItem', { result: body, statusCode: status }, call.context),
      ),
    },
    call.context,
  );
}
