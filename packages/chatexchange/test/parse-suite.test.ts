import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../src/platform/html.node.js';
import { startEmulator, somebodyElse } from './emulator.js';
import { emulatedPages, checkCases, parseCases, parsers, readPages } from './parse-suite.js';

const folder = new URL('../../../../shared/fixtures/chatexchange/', import.meta.url);

describe.skipIf(!existsSync(folder))('captured pages give what is known of them:', () => {
  const read = (page: string): string => readFileSync(new URL(page, folder), 'utf8');

  test.each(parseCases.map((each) => [`${each.kind} of ${each.page}`, each] as const))('%s', (_, each) => {
    const { page, complete = (piece: string) => piece, digest, expected } = each;
    expect(digest(parseHtml(complete(read(page))))).toEqual(expected);
  });

  test('and so they do where they are compared as text', () => {
    expect(checkCases(parseHtml, read)).toEqual([]);
  });
});

test.each([
  ['as they are now', {}],
  ['as they were', { replyMarkup: '2018', presence: 'script', legacyReplies: true }],
] as const)('the pages of an emulated chat, %s, go through the same parsers', async (_when, options) => {
  const emulator = await startEmulator(options);
  const { roomId } = emulator.credentials;
  const user = somebodyElse(emulator);
  const message = emulator.control.say(roomId, user, 'is this the **last** word?');
  const reply = emulator.control.say(roomId, user, 'it is not', { replyTo: message });
  const pages = await Promise.all(
    emulatedPages.map(async ([kind, address]) => {
      const name = address
        .replace('{room}', `${roomId}`)
        .replace('{user}', `${user}`)
        .replace('{message}', `${message}`);
      return { kind, name, html: await (await fetch(emulator.url + name)).text() };
    }),
  );
  const found = readPages(parseHtml, pages);
  expect(found).toHaveLength(emulatedPages.length);
  expect(found.filter((line) => /(?:\[\]|undefined)$/.test(line))).toEqual([]);
  const [transcript] = pages;
  expect(parsers['transcript']?.(parseHtml(transcript?.html ?? ''))).toMatchObject({
    room: { id: roomId, name: 'Sandbox' },
    messages: expect.arrayContaining([expect.objectContaining({ id: reply, parentId: message })]) as unknown,
  });
});
