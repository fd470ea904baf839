import { expect, test } from 'vitest';
import { checkBodySize } from '../src/checks/body.js';
import { checkContent } from '../src/checks/content.js';
import { checkMessage } from '../src/checks/message.js';
import { refuseArgument } from '../src/errors.js';
import { link, refused, reply, taken } from './contents.js';

function refusal(check: () => void): unknown {
  try {
    check();
  } catch (error) {
    return error;
  }
  return undefined;
}

const maker = (content: object): (() => void) => {
  return () => checkMessage(refuseArgument, { role: 'appMaker', ...content });
};

test.each(taken)('a $type that the service takes passes', (content) => {
  expect(refusal(maker(content))).toBeUndefined();
});

test.each<readonly [string, object]>([
  ...refused,
  ['metadata', { type: 'text', text: 'Hi', metadata: { a: () => 1 } }],
])('an unusable %s is refused: %j', (name, content) => {
  const error = refusal(maker(content));
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_REQUEST' });
  expect(String(error)).toContain(`smooch: ${name} must be`);
});

test('metadata is measured in bytes, and takes 4,096 of them', () => {
  const metadata = { a: 'é'.repeat(2044) };
  expect(new TextEncoder().encode(JSON.stringify(metadata))).toHaveLength(4096);
  expect(refusal(maker({ type: 'text', text: 'Hi', metadata }))).toBeUndefined();
});

test('a user has no buttons, and somebody must say it', () => {
  expect(
    String(refusal(() => checkMessage(refuseArgument, { role: 'appUser', type: 'text', actions: [reply] }))),
  ).toContain('actions must be left out');
  expect(String(refusal(() => checkMessage(refuseArgument, { type: 'text', text: 'Hi' })))).toContain(
    'role must be',
  );
});

test('a body has 100 kB at most', () => {
  const raw = (bytes: number): object => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) });
  expect(refusal(() => checkBodySize(refuseArgument, raw(102_400)))).toBeUndefined();
  expect(refusal(() => checkBodySize(refuseArgument, raw(102_401)))).toMatchObject({ kind: 'usage' });
  const override = { whatsapp: { payload: { text: 'x'.repeat(102_400) } } };
  expect(String(refusal(maker({ type: 'text', text: 'Hi', override })))).toContain('102400 bytes');
});

test('the content of a message of v2 is checked by the same rules', () => {
  expect(
    refusal(() => checkContent(refuseArgument, { type: 'text', markdownText: '**Hi**' })),
  ).toBeUndefined();
  expect(refusal(() => checkContent(refuseArgument, { type: 'image', attachmentId: '01J' }))).toBeUndefined();
  expect(refusal(() => checkContent(refuseArgument, { type: 'template', template: {} }))).toBeUndefined();
  expect(
    refusal(() => checkContent(refuseArgument, { type: 'text', text: 'Hi', actions: [link] }, true)),
  ).toMatchObject({
    kind: 'usage',
  });
});

test('what is newer than these rules passes', () => {
  expect(refusal(maker({ type: 'hologram', depth: 3 }))).toBeUndefined();
  expect(refusal(maker({ type: 'text', text: 'Hi', actions: [{ type: 'wave' }] }))).toBeUndefined();
});
