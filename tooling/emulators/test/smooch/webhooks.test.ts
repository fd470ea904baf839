import { describe, expect, test } from 'vitest';
import { listAt, textAt } from '../json.js';
import { startReceiver } from './receiver.js';
import { refusal, startApi } from './support.js';

const target = 'https://hooks.example.com/smooch';

describe('a webhook of v1.1', () => {
  test('is made with a secret of the service and its own version', async () => {
    const { call } = await startApi();
    const { status, body } = await call('POST', '/v1.1/webhooks', {
      json: { target, triggers: ['message:appUser', 'postback'], includeClient: true, secret: 'mine' },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      webhook: {
        _id: expect.stringMatching(/^[\da-f]{24}$/) as string,
        target,
        triggers: ['message:appUser', 'postback'],
        secret: expect.stringMatching(/^[\w-]{64,}$/) as string,
        version: 'v1.1',
        includeClient: true,
        includeFullAppUser: false,
      },
    });
  });

  test('is listed, shown, changed in parts, and deleted', async () => {
    const { call } = await startApi();
    const { body } = await call('POST', '/v1.1/webhooks', { json: { target } });
    const id = textAt(body, 'webhook', '_id');
    expect((await call('GET', '/v1.1/webhooks')).body).toEqual({
      webhooks: [(body as { webhook: unknown }).webhook],
    });
    expect((await call('GET', `/v1.1/webhooks/${id}`)).body).toEqual(body);
    const changed = await call('PUT', `/v1.1/webhooks/${id}`, { json: { triggers: ['postback'] } });
    expect(changed).toMatchObject({
      status: 200,
      body: { webhook: { target, triggers: ['postback'], secret: textAt(body, 'webhook', 'secret') } },
    });
    expect(await call('DELETE', `/v1.1/webhooks/${id}`)).toMatchObject({ status: 200, body: {} });
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect(await call(method, `/v1.1/webhooks/${id}`)).toMatchObject({
        status: 404,
        body: refusal('not_found', 'Webhook not found'),
      });
    }
    expect((await call('GET', '/v1.1/webhooks')).body).toEqual({ webhooks: [] });
  });
});

describe('a webhook of v1', () => {
  test('listens to all messages unless told otherwise', async () => {
    const { call } = await startApi();
    const { body } = await call('POST', '/v1/webhooks', { json: { target } });
    expect(body).toEqual({
      webhook: {
        _id: expect.any(String) as string,
        target,
        triggers: ['message'],
        secret: expect.any(String) as string,
      },
    });
    const id = textAt(body, 'webhook', '_id');
    expect((await call('GET', `/v1.1/webhooks/${id}`)).body).toMatchObject({ webhook: { version: 'v1' } });
  });
});

describe('a webhook is refused', () => {
  test.each([
    ['without a target', {}],
    ['with a target that is no address', { target: 'hooks' }],
    ['with a target of another protocol', { target: 'ftp://hooks.example.com' }],
    ['with a trigger that does not exist', { target, triggers: ['message:nobody'] }],
    ['with no trigger at all', { target, triggers: [] }],
    ['with triggers that are no list', { target, triggers: 'postback' }],
    ['with a switch that is no switch', { target, includeClient: 'yes' }],
  ])('%s', async (_, json) => {
    const { call } = await startApi();
    expect(await call('POST', '/v1.1/webhooks', { json })).toMatchObject({
      status: 400,
      body: { error: { code: 'bad_request' } },
    });
  });

  test('with a trigger of the other version', async () => {
    const { call } = await startApi();
    const make = async (version: string, trigger: string): Promise<number> => {
      const json = { target, triggers: [trigger] };
      return (await call('POST', `/${version}/webhooks`, { json })).status;
    };
    for (const trigger of ['message', '*', 'delivery:success']) {
      expect(await make('v1', trigger)).toBe(201);
      expect(await make('v1.1', trigger)).toBe(400);
    }
    for (const trigger of ['message:delivery:user', 'client:add', 'typing:appUser']) {
      expect(await make('v1.1', trigger)).toBe(201);
      expect(await make('v1', trigger)).toBe(400);
    }
  });

  test('when the app has ten of them', async () => {
    const { call } = await startApi();
    const make = () => call('POST', '/v1.1/webhooks', { json: { target } });
    for (let made = 0; made < 10; made += 1) expect((await make()).status).toBe(201);
    expect((await make()).status).toBe(400);
    expect(listAt((await call('GET', '/v1.1/webhooks')).body, 'webhooks')).toHaveLength(10);
  });
});

test('a target is asked whether it is there, and then its host, where that is switched on', async () => {
  const { call, emulator } = await startApi();
  const receiver = await startReceiver();
  const make = (address: string, version = 'v1.1') =>
    call('POST', `/${version}/webhooks`, { json: { target: address } });
  expect((await make(receiver.url)).status).toBe(201);
  expect(receiver.received).toEqual([]);

  emulator.control.configure({ checkTargets: true });
  expect((await make(receiver.url)).status).toBe(201);
  receiver.answerNext(404);
  expect((await make(receiver.url, 'v1')).status).toBe(201);
  expect(receiver.received.map(({ method }) => method)).toEqual(['HEAD', 'HEAD', 'HEAD']);
  receiver.answerNext(404, 404);
  expect(await make(receiver.url)).toMatchObject({
    body: refusal('bad_request', 'The target of the webhook could not be reached'),
  });
  expect((await make('http://127.0.0.1:1/hook')).status).toBe(400);
  expect(listAt((await call('GET', '/v1.1/webhooks')).body, 'webhooks')).toHaveLength(3);
});
