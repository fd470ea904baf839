import { expect, test } from 'vitest';
import { featuresOff } from '../../src/stack-exchange/index.js';
import { startChat } from './support.js';

const elementsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);

test('the messages of a room can be subscribed to, the newest first', async () => {
  const chat = await startChat();
  const id = chat.emulator.control.say(12, chat.ada.id, 'a <b> & *c*');
  const answer = await chat.visitor().get('/feeds/rooms/12');
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const { url } = chat.emulator;
  expect(elementsOf(answer.text, 'id').slice(0, 2)).toEqual([
    `${url}/feeds/rooms/12`,
    `${url}/transcript/message/${id}#${id}`,
  ]);
  expect(elementsOf(answer.text, 'title').slice(0, 2)).toEqual([
    'The Clock Tower',
    'Ada Brook: a &amp;lt;b&amp;gt; &amp;amp; c',
  ]);
  expect(elementsOf(answer.text, 'content')[0]).toBe('a &amp;lt;b&amp;gt; &amp;amp; &lt;i&gt;c&lt;/i&gt;');
  expect(elementsOf(answer.text, 'published')[0]).toBe('2026-01-05T09:00:00Z');
});

test('the starred ones alone can be subscribed to, as the page of the room offers', async () => {
  const chat = await startChat();
  const starred = chat.emulator.control.messages(1).filter(({ stars }) => stars > 0);
  const browser = chat.visitor('chat.stackexchange.com');
  expect((await browser.get('/rooms/1')).text).toContain('href="/feeds/rooms/starred/1"');
  const { text } = await browser.get('/feeds/rooms/starred/1');
  expect(elementsOf(text, 'id').slice(1)).toEqual(
    starred.map(({ id }) => `https://chat.stackexchange.com/transcript/message/${id}#${id}`).toReversed(),
  );
});

test('removed messages and private rooms are in no feed', async () => {
  const chat = await startChat();
  expect((await chat.visitor().get('/feeds/rooms/1')).text).not.toContain('asdfgh');
  expect((await chat.visitor().get('/feeds/rooms/31')).text).toContain('<h2>Private Room</h2>');
});

test('the calendar of scheduled events is there, and empty', async () => {
  const chat = await startChat();
  const answer = await chat.visitor().get('/rooms/schedule/export/all');
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*END:VCALENDAR\r\n$/);
  expect(answer.text).not.toContain('VEVENT');
});

test.each(featuresOff)('%s is not there', async (feature) => {
  const chat = await startChat();
  const [method, path = ''] = feature.split(' ');
  const ilse = await chat.loggedIn(chat.ilse);
  const { status, text } = await (method === 'POST' ? ilse.post(path.replace(':id', '1')) : ilse.get(path));
  expect(status).toBe(404);
  expect(text).toContain('<title>Page Not Found');
});
