import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createSmooch, type MessageContent } from '../src/index.js';
import { refused, taken } from './contents.js';
import { connect, startEmulator } from './emulator.js';

const nora = 'nora.lindqvist@example.com';

test.each(taken)('a $type that passes here is taken by the service', async (content) => {
  const { smooch } = await connect();
  const { message } = await smooch.postMessage(nora, content, { sentByMaker: true });
  expect(message.type).toBe(content.type);
});

test.each(refused)('an unusable %s is refused by the service, too: %j', async (_name, content) => {
  const emulator = await startEmulator();
  const trusting = createSmooch({ ...emulator.credentials, baseUrl: emulator.url, checks: false });
  const before = emulator.control.messages(nora).length;
  const posted = trusting.postMessage(nora, content as MessageContent, { sentByMaker: true });
  expect(await rejection(posted)).toMatchObject({ kind: 'refused', code: 'bad_request', status: 400 });
  expect(emulator.control.messages(nora)).toHaveLength(before);
});
