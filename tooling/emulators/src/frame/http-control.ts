import { Hono } from 'hono';
import { isManualClock } from './clock.js';
import type { Control } from './contract.js';
import { parseAdvance, parseBody, parseFaultRule } from './control-input.js';
import { describeRequest } from './control-output.js';
import { UnusableInput } from './read-json.js';

/** Paths under these steer the emulator and belong to no service: the second is the short name of the first. */
const controlPrefixes = ['/_emulator/', '/_emu/'] as const;

const [controlPrefix] = controlPrefixes;

/** Whether a path steers the emulator. */
export function isControlPath(path: string): boolean {
  return controlPrefixes.some((prefix) => path.startsWith(prefix));
}

const paths =
  'GET or DELETE /_emulator/requests, POST or DELETE /_emulator/faults, GET or POST /_emulator/clock';

/** A string of one service's own: takes the JSON that was sent, or undefined, and gives the JSON to answer, or undefined. */
export type ControlAction = (body: unknown) => unknown;

/**
 * Steers an emulator by JSON over HTTP, for programs in any language. An action is `POST /_emulator/` and its name; one that
 * takes nothing can be asked for by GET as well. Its name has hyphens, or is the one that it has in a program.
 */
export function createHttpControl(
  control: Control,
  actions: ReadonlyMap<string, ControlAction> = new Map(),
): (request: Request) => Response | Promise<Response> {
  const app = new Hono();
  const root = new Hono();
  const actionPaths = (): string =>
    [...actions.keys()].map((name) => `, POST ${controlPrefix}${name}`).join('');
  root.onError((error, context) => {
    if (error instanceof UnusableInput) return context.json({ error: error.message }, 400);
    throw error;
  });
  root.notFound((context) =>
    context.json({ error: `There is nothing here. There are: ${paths}${actionPaths()}.` }, 404),
  );

  app.get('/requests', (context) => context.json(control.requests.all.map(describeRequest)));
  app.delete('/requests', (context) => {
    control.requests.clear();
    return context.body(null, 204);
  });

  app.post('/faults', async (context) => {
    const text = await context.req.text();
    control.faults.add(parseFaultRule(text));
    return context.json({ added: JSON.parse(text) as unknown }, 201);
  });
  app.delete('/faults', (context) => {
    control.faults.clear();
    return context.body(null, 204);
  });

  const describeClock = (): { now: number; manual: boolean } => ({
    now: control.clock.now(),
    manual: isManualClock(control.clock),
  });
  app.get('/clock', (context) => context.json(describeClock()));
  app.post('/clock', async (context) => {
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

  const run = async (name: string, body: unknown): Promise<Response | undefined> => {
    const action = actions.get(withHyphens(name));
    if (action === undefined) return undefined;
    try {
      const result = await action(body);
      return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
    } catch (error) {
      // Whatever a program in this process is told by an exception, one at the other end of a wire is told by this.
      const message = error instanceof Error ? error.message : String(error);
      return Response.json({ error: message }, { status: 400 });
    }
  };
  app.get(
    '/:name',
    async (context) => (await run(context.req.param('name'), undefined)) ?? context.notFound(),
  );
  app.post('/:name', async (context) => {
    const text = await context.req.text();
    return (await run(context.req.param('name'), parseBody(text))) ?? context.notFound();
  });

  for (const prefix of controlPrefixes) root.route(prefix, app);
  return (request) => root.fetch(request);
}

/** `addUser` as `add-user`. */
function withHyphens(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
