import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { complaintOf, run } from './command.js';
import { skipped, verdict, type Result } from './result.js';
import { root } from './root.js';

const generator = 'tooling/chatter-data/dist/generate/main.js';

/**
 * Whether the generated sources are what the generator makes of its data today.
 *
 * @yields one item
 */
export async function* generated(): AsyncGenerator<Result, void, undefined> {
  const what = 'types of @x/chatter';
  if (!existsSync(join(root, generator))) {
    yield skipped(what, 'the generator is not built');
    return;
  }
  const outcome = await run(process.execPath, [generator, '--check']);
  const good = outcome.status === 0;
  yield verdict(what, good, good ? outcome.stdout.trim() : complaintOf(outcome));
}
