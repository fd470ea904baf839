import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { sentence, talkTo } from './service.js';

const html = (text: string): Response => new Response(text, { headers: { 'content-type': 'text/html' } });

const good: readonly (readonly [string, () => Response, object])[] = [
  ['a sentence', () => sentence('Timeout applied', 200, false), { text: 'Timeout applied' }],
  ['nothing', () => new Response(''), { text: '' }],
  ['"ok"', () => Response.json('ok'), { text: 'ok' }],
  ['a number', () => Response.json(3), { text: '3' }],
  [
    'a script',
    () => html("<script>var result = 'x';</script>"),
    { text: "<script>var result = 'x';</script>" },
  ],
  ['a way elsewhere', () => new Response(null, { status: 302, headers: { location: '/rooms/info/7' } }), {}],
];

test.each(good)('%s is an answer as good as another', async (what, answer, expected) => {
  const { http, server } = await talkTo(answer);
  expect(await http.tell('/rooms/save', { name: 'x' })).toEqual({
    text: '',
    location: what === 'a way elsewhere' ? `${server.url}/rooms/info/7` : undefined,
    ...expected,
  });
});

const bad: readonly (readonly [string, () => Response, object])[] = [
  ['a refusal', () => sentence('Nobody may.', 200), { kind: 'refused', code: 'REFUSED', status: 200 }],
  [
    'the login page',
    () => html('<body><form id="login-form"></form></body>'),
    { kind: 'auth', code: 'SESSION_LOST' },
  ],
  [
    'any page of the site',
    () => html('<body><div class="topbar"></div></body>'),
    { kind: 'protocol', code: 'UNEXPECTED_ANSWER' },
  ],
  [
    'any page of the site, with classes of its own,',
    () => html("<body><div data-x='1' class='js-fixed topbar'></div></body>"),
    { kind: 'protocol', code: 'UNEXPECTED_ANSWER' },
  ],
  [
    'a way to the login page',
    () => new Response(null, { status: 302, headers: { location: 'https://stackoverflow.com/users/login' } }),
    { kind: 'auth', code: 'SESSION_LOST' },
  ],
  [
    'a way to the page of errors',
    () => new Response(null, { status: 302, headers: { location: '/error?aspxerrorpath=/messages/1' } }),
    { kind: 'refused', code: 'NOT_FOUND' },
  ],
];

test.each(bad)('%s is no good answer', async (_what, answer, expected) => {
  const { http } = await talkTo(answer);
  expect(await rejection(http.tell('/rooms/save', { name: 'x' }))).toMatchObject(expected);
});

test('a form with a file in it carries the fkey, and is left as it was', async () => {
  let got: FormData | undefined;
  const { http } = await talkTo(async (request) => {
    got = await request.formData();
    return html("<script>var result = 'x';</script>");
  });
  const form = new FormData();
  form.append('filename', new File(['bytes'], 'a.png', { type: 'image/png' }));
  await http.tell('/upload/image', form);
  expect(got?.get('fkey')).toBe('the-fkey');
  const file = got?.get('filename');
  expect(file).toMatchObject({ name: 'a.png', type: 'image/png', size: 5 });
  expect(form.has('fkey')).toBe(false);
});

test.each(['application/json', 'text/plain', 'text/javascript', 'Text/HTML;charset=UTF-8'])(
  'JSON is read as such when it is called %s',
  async (type) => {
    const { http } = await talkTo(() => new Response('\r\n "ok"\n', { headers: { 'content-type': type } }));
    expect(await http.post('/messages/1/delete', {})).toBe('ok');
  },
);

test('a private room is known by its words, whatever attributes they have', async () => {
  const { http } = await talkTo(() =>
    html(`<title lang="en">Access Denied | chat</title><h2 class='fs-title'>Private Room</h2>`),
  );
  expect(await rejection(http.page('/rooms/31'))).toMatchObject({ kind: 'refused', code: 'ROOM_PRIVATE' });
});
