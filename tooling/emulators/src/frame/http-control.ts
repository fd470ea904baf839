import { Hono } from 'hono';
import { isManualClock } from './clock.js';
import type { Control } from './contract.js';
import { parseAdvance, parseBody, parseFaultRule } from './control-input.js';
import { describeRequest } from './control-output.js';
import { UnusableInput } from './read-json.js';

/** Paths under it steer the emulator and belong to no service. */
export const controlPrefix = '/_emulator/';

const paths =
  'GET or DELETE /_emulator/requests, POST or DELETE /_emulator/faults, GET or POST /_emulator/clock';

/** A string of one service's own: takes the JSON that was sent, or undefined, and gives the JSON to answer, or undefined. */
export type ControlAction = (body: unknown) => unknown;

/** Steers an emulator by JSON over HTTP, for programs in any language. An action is `POST /_emulator/` and its name. */
export function createHttpControl(
  control: Control,
  actions: ReadonlyMap<string, ControlAction> = new Map(),
): (request: Request) => Response | Promise<Response> {
  const app = new Hono();
  const actionPaths = (): string =>
    [...actions.keys()].map((name) => `, POST ${controlPrefix}${name}`).join('');
  app.onError((error, context) => {
    if (error instanceof UnusableInput) return context.json({ error: error.message }, 400);
    throw error;
  });
  app.notFound((context) =>
    context.json({ error: `There is nothing here. There are: ${paths}${actionPaths()}.` }, 404),
  );

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

  app.post(`${controlPrefix}:name`, async (context) => {
    const action = actions.get(context.req.param('name'));
    if (action === undefined) return context.notFound();
    const body = parseBody(await context.req.text());
    let result: unknown;
    try {
      result = await action(body);
    } catch (error) {
      // Whatever a program in this process is told by an exception, one at the other end of a wire is told by this.
      return context.json({ error: error instanceof Error ? error.message : String(error) }, 400);
    }
    return result === undefined ? context.body(null, 204) : Response.json(result);
  });

  return (request) => app.fetch(request);
}
