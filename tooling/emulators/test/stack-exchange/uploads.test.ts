import { describe, expect, test } from 'vitest';
import { type Browser, type Chat, startChat } from './support.js';

const pixel = Uint8Array.from(atob('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs='), (character) =>
  character.charCodeAt(0),
);

const upload = async (
  chat: Chat,
  browser: Browser,
  fields: Record<string, string | Blob>,
): Promise<string> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${chat.emulator.url}/upload/image`, {
    method: 'POST',
    headers: { cookie },
    body,
  });
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  return answer.text();
};

describe('a picture', () => {
  test('can be fetched where the answer says', async () => {
    const chat = await startChat();
    const text = await upload(chat, await chat.loggedIn(chat.ada), { filename: new Blob([pixel]) });
    const address = /^<script>var result = '([^']+)';<\/script>$/.exec(text)?.[1] ?? '';
    expect(address).toMatch(/\.gif$/);
    const picture = await fetch(address);
    expect(picture.headers.get('content-type')).toBe('image/gif');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(pixel);
  });

  test('can be named by its address, to which the new one leads', async () => {
    const chat = await startChat();
    const text = await upload(chat, await chat.loggedIn(chat.ada), {
      'upload-url': 'https://example.com/clock.png',
    });
    const address = /^<script>var result = '([^']+)';<\/script>$/.exec(text)?.[1] ?? '';
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('https://example.com/clock.png');
  });

  test.each([
    ['something else', { filename: new Blob(['text']) }, 'the format is not supported'],
    ['an address of something else', { 'upload-url': 'https://example.com/' }, 'the format is not supported'],
    ['three megabytes', { filename: new Blob([pixel, new Uint8Array(3_000_000)]) }, 'the file is too large'],
    ['nothing', {}, 'there is none'],
  ])('%s is refused', async (_what, fields: Record<string, string | Blob>, why) => {
    const chat = await startChat();
    expect(await upload(chat, await chat.loggedIn(chat.ada), fields)).toBe(
      `<script>var error = 'Failed to upload image; ${why}';</script>`,
    );
  });

  test('needs an account and twenty points', async () => {
    const chat = await startChat();
    expect(await upload(chat, chat.visitor(), { filename: new Blob([pixel]) })).toContain('var error = ');
    const ravi = await chat.loggedIn(chat.ravi);
    chat.emulator.control.setReputation(chat.ravi.id, 19);
    expect(await upload(chat, ravi, { filename: new Blob([pixel]) })).toBe(
      "<script>var error = 'You need 20 reputation points to upload images';</script>",
    );
  });
});
