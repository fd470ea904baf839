import { Hono } from 'hono';
import { isManualClock } from './clock.js';
import type { Control } from './contract.js';
import { parseAdvance, parseFaultRule } from './control-input.js';
import { describeRequest } from './control-output.js';
import { UnusableInput } from './read-json.js';

/** Paths under it steer the emulator and belong to no service. */
export const controlPrefix = '/_emulator/';

const paths =
  'GET or DELETE /_emulator/requests, POST or DELETE /_emulator/faults, GET or POST /_emulator/clock';

/** Steers an emulator by JSON over HTTP, for programs in any language. */
export function createHttpControl(control: Control): (request: Request) => Response | Promise<Response> {
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof UnusableInput) return context.json({ error: error.message }, 400);
    throw error;
  });
  app.notFound((context) => context.json({ error: `There is nothing here. There are: ${paths}.` }, 404));

  app.get('/_emulator/requests', (context) => context.json(control.requests.all.map(describeRequest)));
  app.delete('/_emulator/requests', (context) => {
    control.requests.clear();
    return context.body(null, 204);
  });

  app.post('/_emulator/faults', async (context) => {
    const text = await context.req.text();
    control.faults.add(parseFaultRule(text));
    return context.json({ added: JSON.parse(text) as unknown }, 201);
  });
  app.delete('/_emulator/faults', (context) => {
    control.faults.clear();
    return context.body(null, 204);
  });

  const describeClock = (): { now: number; manual: boolean } => ({
    now: control.clock.now(),
    manual: isManualClock(control.clock),
  });
  app.get('/_emulator/clock', (context) => context.json(describeClock()));
  app.post('/_emulator/clock', async (context) => {
    const advanceMs = parseAdvance(await context.req.text());
    if (!isManualClock(control.clock)) {
      return context.json(
        { error: 'This emulator runs on the time of the system, which cannot be moved.' },
        409,
      );
    }
    await control.clock.advance(advanceMs);
    return context.json(describeClock());
  });

  return (request) => app.fetch(request);
}
