import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { createManualClock } from '@x/emulators';
import { describe, expect, test } from 'vitest';
import {
  createWebhookHandler,
  memorySeen,
  type SeenEvents,
  type WebhookHandler,
  type WebhookHandlerOptions,
} from '../src/webhooks/index.js';
import { connect } from './emulator.js';
import { serveHandler } from './receiver.js';

const secret = 'a secret of the webhook';

const message = (id: string, text = 'Hello'): object => ({
  id,
  type: 'conversation:message',
  createdAt: '2026-05-21T04:23:57.258Z',
  payload: {
    conversation: { id: 'c1', type: 'personal' },
    message: {
      id: `m${id}`,
      received: '2026-05-21T04:23:57.258Z',
      author: { type: 'user', userId: 'u1' },
      content: { type: 'text', text },
    },
  },
});

const envelope = (...events: object[]): object => ({
  app: { id: 'a1' },
  webhook: { id: 'w1', version: 'v2' },
  events,
});

/** A request as the service makes it. */
function delivery(body: unknown, init: RequestInit = {}): Request {
  return new Request('https://example.com/smooch', {
    method: 'POST',
    headers: { 'x-api-key': secret, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
}

const make = (options: Partial<WebhookHandlerOptions>): WebhookHandler =>
  createWebhookHandler({ secrets: secret, on: {}, ...options });

async function statusOf(handler: WebhookHandler, request: Request): Promise<number> {
  const { status } = await handler(request);
  return status;
}

/** Something that is settled from outside. */
function deferred(): {
  readonly promise: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
} {
  let resolve = (): void => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('an event', () => {
  test('is handled under its name, with its payload and what it came in', async () => {
    const told: unknown[] = [];
    const handler = make({
      on: {
        'conversation:message': ({ payload, id }, context) => {
          told.push([
            id,
            payload.message.content.type,
            context.version,
            context.id,
            context.envelope?.app.id,
          ]);
        },
      },
    });
    expect(await statusOf(handler, delivery(envelope(message('e1'))))).toBe(200);
    expect(told).toEqual([['e1', 'text', 'v2', 'e1', 'a1']]);
  });

  test('that no function is named after goes to the other one, as do those that nobody knows', async () => {
    const others: unknown[] = [];
    const handler = make({ on: { postback: () => undefined, other: (event) => others.push(event) } });
    const unknown = { trigger: 'planet:moved', to: { x: 1 } };
    await handler(delivery(unknown));
    await handler(delivery(envelope(message('e1'))));
    await handler(delivery({ trigger: 'postback', appUser: { _id: '1' }, postbacks: [] }));
    await handler(delivery({ trigger: 'other', appUser: { _id: '1' } }));
    await handler(delivery({ trigger: 'toString', appUser: { _id: '1' } }));
    expect(others).toMatchObject([unknown, { id: 'e1' }, { trigger: 'other' }, { trigger: 'toString' }]);
  });

  test('of a name that v1.1 and v2 share comes as either', async () => {
    const told: unknown[] = [];
    const handler = make({
      on: {
        'conversation:read': (event, { version }) => {
          told.push([version, event.trigger === undefined ? event.payload.activity.type : event.appUser._id]);
        },
      },
    });
    const read = {
      id: 'e1',
      type: 'conversation:read',
      payload: { conversation: { id: 'c1' }, activity: { type: 'conversation:read' } },
    };
    await handler(delivery(envelope(read)));
    await handler(delivery({ trigger: 'conversation:read', version: 'v1.1', appUser: { _id: 'u1' } }));
    await handler(delivery({ trigger: 'conversation:read', appUser: { _id: 'u1' } }));
    expect(told).toEqual([
      ['v2', 'conversation:read'],
      ['v1.1', 'u1'],
      ['v1', 'u1'],
    ]);
  });

  test('follows the one before it, though they come in one', async () => {
    const order: string[] = [];
    const gate = deferred();
    const handler = make({
      on: {
        'conversation:message': async ({ id }) => {
          order.push(`${id} begins`);
          if (id === 'e1') await gate.promise;
          order.push(`${id} ends`);
        },
      },
    });
    const answered = handler(delivery(envelope(message('e1'), message('e2'))));
    await expect.poll(() => order).toEqual(['e1 begins']);
    gate.resolve();
    await answered;
    expect(order).toEqual(['e1 begins', 'e1 ends', 'e2 begins', 'e2 ends']);
  });
});

describe('an event that comes again', () => {
  const twice: readonly (readonly [string, object, object, number])[] = [
    ['v2, by its id', envelope(message('e1')), envelope(message('e1', 'Hello')), 1],
    ['v2, with another beside it', envelope(message('e1')), envelope(message('e1'), message('e2')), 2],
    [
      'v1.1, by its messages',
      { trigger: 'message:appUser', messages: [{ _id: '1' }], timestamp: 1 },
      { trigger: 'message:appUser', messages: [{ _id: '1' }], timestamp: 2 },
      1,
    ],
    [
      'v1.1, another trigger of the same message',
      { trigger: 'message:delivery:channel', message: { _id: '1' }, destination: { type: 'line' } },
      { trigger: 'message:delivery:user', message: { _id: '1' }, destination: { type: 'line' } },
      2,
    ],
    [
      'v1.1, a delivery to another channel',
      { trigger: 'message:delivery:channel', message: { _id: '1' }, destination: { type: 'line' } },
      { trigger: 'message:delivery:channel', message: { _id: '1' }, destination: { type: 'web' } },
      2,
    ],
    [
      'v1.1, the last word on a delivery',
      { trigger: 'message:delivery:failure', message: { _id: '1' }, isFinalEvent: false },
      { trigger: 'message:delivery:failure', message: { _id: '1' }, isFinalEvent: true },
      2,
    ],
    ['v1, without a message, by all of it', { trigger: 'x', a: 1 }, { trigger: 'x', a: 1 }, 1],
    ['v1, without a message, and another', { trigger: 'x', a: 1 }, { trigger: 'x', a: 2 }, 2],
  ];

  test.each(twice)('%s: handled as often as it is another', async (_name, first, second, times) => {
    const handled: unknown[] = [];
    const handler = make({ on: { other: (event) => handled.push(event) } });
    expect(await statusOf(handler, delivery(first))).toBe(200);
    expect(await statusOf(handler, delivery(second))).toBe(200);
    expect(handled).toHaveLength(times);
  });

  test('is known by what is in it where v2 gave it no id', async () => {
    const handled: unknown[] = [];
    const handler = make({ on: { other: (event) => void handled.push('type' in event && event.type) } });
    const nameless = (type: string): object => ({ id: null, type, payload: {} });
    const both = delivery(envelope(nameless('a:one'), nameless('a:two')));
    expect(await statusOf(handler, both)).toBe(200);
    expect(await statusOf(handler, delivery(envelope(nameless('a:one'))))).toBe(200);
    expect(handled).toEqual(['a:one', 'a:two']);
  });

  test('is handled anew once it is forgotten', async () => {
    const clock = createManualClock();
    let handled = 0;
    const handler = make({ clock, on: { other: () => (handled += 1) } });
    await handler(delivery(envelope(message('e1'))));
    await clock.advance(29 * 60_000);
    await handler(delivery(envelope(message('e1'))));
    expect(handled).toBe(1);
    await clock.advance(2 * 60_000);
    await handler(delivery(envelope(message('e1'))));
    expect(handled).toBe(2);
  });

  test('is handled again when it has failed, and the others that came with it are not', async () => {
    const errors: unknown[] = [];
    const handled: string[] = [];
    let fails = true;
    const handler = make({
      onError: (error) => errors.push(error),
      on: {
        'conversation:message': ({ id }) => {
          if (id === 'e2' && fails) throw new Error('not now');
          handled.push(id);
        },
      },
    });
    const all = envelope(message('e1'), message('e2'), message('e3'));
    expect(await statusOf(handler, delivery(all))).toBe(500);
    expect(handled).toEqual(['e1', 'e3']);
    expect(errors).toEqual([new Error('not now')]);
    fails = false;
    expect(await statusOf(handler, delivery(all))).toBe(200);
    expect(handled).toEqual(['e1', 'e3', 'e2']);
  });

  test('while it is handled waits for the same outcome', async () => {
    const gate = deferred();
    let handled = 0;
    const handler = make({
      onError: () => undefined,
      on: {
        other: async () => {
          handled += 1;
          await gate.promise;
        },
      },
    });
    const answers = [1, 2].map(() => statusOf(handler, delivery(envelope(message('e1')))));
    await expect.poll(() => handled).toBe(1);
    gate.reject(new Error('no'));
    expect(await Promise.all(answers)).toEqual([500, 500]);
    expect(handled).toBe(1);
  });
});

describe('the answer', () => {
  const refusals: readonly (readonly [string, Request, number])[] = [
    [
      'a HEAD, which looks whether somebody is there',
      new Request('https://x.example', { method: 'HEAD' }),
      200,
    ],
    ['a GET', new Request('https://x.example'), 405],
    ['no secret', delivery(envelope(), { headers: {} }), 401],
    ['another secret', delivery(envelope(), { headers: { 'x-api-key': 'x' } }), 401],
    ['no JSON', delivery('{'), 400],
    ['no body', delivery(''), 400],
    ['no webhook', delivery({ hello: 'world' }), 400],
    ['a body that is too long', delivery(`"${'x'.repeat(2000)}"`), 413],
    ['an envelope without events', delivery(envelope()), 200],
    ['an envelope of what is no event', delivery(envelope(5 as unknown as object)), 400],
  ];

  test.each(refusals)('to %s is as it should be', async (_name, request, status) => {
    expect(await statusOf(make({ maxBytes: 1000 }), request)).toBe(status);
  });

  test('to a body that says a small length, or none, and is too long is 413, and it is not read to its end', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = delivery('', { body, duplex: 'half' } as RequestInit);
    expect(await statusOf(make({ maxBytes: 10_000 }), request)).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  test('comes in time though the handling does not; what comes again meanwhile is not handled twice', async () => {
    const clock = createManualClock();
    const gate = deferred();
    let handled = 0;
    const handler = make({
      clock,
      on: {
        other: async () => {
          handled += 1;
          await gate.promise;
        },
      },
    });
    const first = statusOf(handler, delivery(envelope(message('e1'))));
    await expect.poll(() => handled).toBe(1);
    await clock.advance(15_000);
    expect(await first).toBe(503);
    const second = statusOf(handler, delivery(envelope(message('e1'))));
    gate.resolve();
    expect(await second).toBe(200);
    expect(handled).toBe(1);
  });

  test('is given at once where the work can be done after it', async () => {
    const gate = deferred();
    const work: Promise<unknown>[] = [];
    const handled: string[] = [];
    const on = {
      other: async () => {
        await gate.promise;
        handled.push('done');
      },
    };
    const platform = {
      work,
      waitUntil(promise: Promise<unknown>) {
        this.work.push(promise);
      },
    };
    expect((await make({ on })(delivery(envelope(message('e1'))), platform)).status).toBe(200);
    const other = make({ on, waitUntil: (promise) => work.push(promise) });
    expect((await other(delivery(envelope(message('e1'))))).status).toBe(200);
    expect([work.length, handled]).toEqual([2, []]);
    gate.resolve();
    await Promise.all(work);
    expect(handled).toEqual(['done', 'done']);
  });

  test('is 503 when it cannot be known whether the event was handled', async () => {
    const errors: unknown[] = [];
    const seen: SeenEvents = {
      claim: async () => {
        throw new Error('Redis is down');
      },
      release: async () => undefined,
    };
    let handled = 0;
    const handler = make({
      seen,
      onError: (error) => errors.push(error),
      on: { other: () => (handled += 1) },
    });
    expect(await statusOf(handler, delivery(envelope(message('e1'))))).toBe(503);
    expect([handled, errors]).toEqual([0, [new Error('Redis is down')]]);
  });

  test('is 503 when the secrets cannot be had, or the body breaks off', async () => {
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const secrets = async (): Promise<string> => {
      throw new Error('the vault is shut');
    };
    expect(await statusOf(make({ secrets, onError }), delivery(envelope()))).toBe(503);
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('aborted'));
      },
    });
    const broken = delivery('', { body, duplex: 'half' } as RequestInit);
    expect(await statusOf(make({ onError }), broken)).toBe(503);
    expect(errors).toEqual([new Error('the vault is shut'), new Error('aborted')]);
  });

  test('follows the secrets that are accepted now', async () => {
    let secrets: readonly string[] = ['old'];
    const handler = make({ secrets: async () => secrets });
    const from = (key: string): Request => delivery(envelope(), { headers: { 'x-api-key': key } });
    expect(await statusOf(handler, from('new'))).toBe(401);
    secrets = ['old', 'new'];
    expect(await statusOf(handler, from('new'))).toBe(200);
    expect(await statusOf(handler, from('old'))).toBe(200);
  });
});

test('memory is bounded, and what is older is forgotten first', async () => {
  const seen = memorySeen({ limit: 4 });
  const claim = (id: string): Promise<boolean> => seen.claim(id, 1000);
  expect([await claim('a'), await claim('a')]).toEqual([true, false]);
  for (const id of ['b', 'c', 'd', 'e']) await claim(id);
  expect([await claim('d'), await claim('e'), await claim('a')]).toEqual([false, false, true]);
  await seen.release('e');
  expect(await claim('e')).toBe(true);
});

describe('with node:http', () => {
  test('what the service delivers arrives, is answered, and is not delivered again', async () => {
    const texts: unknown[] = [];
    const { emulator, smooch } = await connect();
    let accepted = '';
    const url = await serveHandler(
      createWebhookHandler({
        secrets: () => accepted,
        on: {
          'message:appUser': ({ messages }) => {
            texts.push(...messages.map((each) => each.text));
          },
        },
      }),
    );
    ({ secret: accepted } = await smooch.ensureWebhookExists('message:appUser', url));
    emulator.control.user('nora.lindqvist@example.com').sends({ text: 'Hello' });
    await emulator.control.flush();
    expect(texts).toEqual(['Hello']);
    expect(emulator.control.deliveries().map(({ status }) => status)).toEqual([200]);
  });

  test('a body that a framework has read is taken as it is', async () => {
    const ids: string[] = [];
    const handler = make({ on: { 'conversation:message': ({ id }) => void ids.push(id) } });
    const bodies = [
      envelope(message('e1')),
      JSON.stringify(envelope(message('e2'))),
      new TextEncoder().encode(JSON.stringify(envelope(message('e3')))),
    ];
    for (const body of bodies) {
      const url = await serveHandler(handler, (request) => Object.assign(request, { body }));
      const { status } = await fetch(url, { method: 'POST', headers: { 'x-api-key': secret } });
      expect(status).toBe(200);
    }
    expect(ids).toEqual(['e1', 'e2', 'e3']);
  });

  test('other methods are told which there are, and two secrets are none', async () => {
    const url = await serveHandler(make({}));
    const get = await fetch(url);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, HEAD']);
    const headers = new Headers({ 'x-api-key': secret });
    headers.append('x-api-key', secret);
    expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(401);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });

  test.each([
    ['a path that is no address', 'POST', '//'],
    ['a method that fetch has not', 'TRACE', '/smooch'],
  ])('%s is 400', async (_, method, path) => {
    const url = new URL(await serveHandler(make({})));
    const asking = ask({ host: url.hostname, port: url.port, method, path }).end();
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(400);
  });

  test('somebody who leaves in the middle is heard of, and no more', async () => {
    const errors: unknown[] = [];
    const { promise: arrived, resolve } = deferred();
    const url = await serveHandler(make({ onError: (error) => errors.push(error) }), resolve);
    const asking = ask(url, { method: 'POST', headers: { 'x-api-key': secret, 'content-length': 100 } });
    asking.on('error', () => undefined);
    asking.write('{"trigger":');
    await arrived;
    asking.destroy();
    await expect.poll(() => errors).toHaveLength(1);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });
});
