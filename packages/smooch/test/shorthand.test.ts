import { describe, expect, test } from 'vitest';
import {
  buy,
  escapeShorthand,
  image,
  link,
  locationRequest,
  postback,
  reply,
  template,
  templates,
  text,
  whatsAppTemplate,
  type MessageResponse,
} from '../src/index.js';
import { connect } from './emulator.js';

test.each([
  [link('Look', 'https://example.com/a'), '%[Look](https://example.com/a)'],
  [link('Look', 'https://example.com/a(1)'), '%[Look](https://example.com/a%281%29)'],
  [postback('Go on', 'GO_ON'), '%[Go on](postback:GO_ON)'],
  [reply('Yes', 'YES'), '%[Yes](reply:YES)'],
  [locationRequest('Here'), '%[Here](location)'],
  [buy('Pay', 2500), '$[Pay](25.00)'],
  [buy('Pay', 5), '$[Pay](0.05)'],
  [image('https://example.com/a.jpg'), '![](https://example.com/a.jpg)'],
  [template('opening_hours'), '%((template:opening_hours))%'],
  [
    whatsAppTemplate({
      namespace: 'ns',
      template: 'parcel',
      fallback: 'Your parcel is here.',
      language: 'en',
      bodyText: ['Steve', 'tomorrow'],
      headerImage: 'https://example.com/a.jpg',
    }),
    '&((namespace=[[ns]] template=[[parcel]] fallback=[[Your parcel is here.]] language=[[en]] ' +
      'body_text=[[Steve]] body_text=[[tomorrow]] header_image=[[https://example.com/a.jpg]]))&',
  ],
])('%s', (piece, written) => {
  expect(String(piece)).toBe(written);
  // Within a text it stays what it is.
  expect(text`a ${piece} b`).toBe(`a ${written} b`);
});

test('whatever else is in a text is only what it says', () => {
  const name = '%[Free money](https://evil.example)';
  const said = text`Hello, ${name}! ${reply('Yes', 'YES')} ${7}`;
  expect(said).not.toContain('%[Free');
  expect(said.replaceAll('\u2060', '')).toBe(`Hello, ${name}! %[Yes](reply:YES) 7`);
});

test.each([
  '%[a](b)',
  '$[a](1.00)',
  '![](https://example.com)',
  '%((template:a))%',
  '%{{template:a}}%',
  '&((a))&',
])('%s is taken apart, and only by what nobody sees', (shorthand) => {
  const escaped = escapeShorthand(shorthand);
  expect(escaped).not.toMatch(/[%$!&][[({]/);
  expect(escaped.replaceAll('\u2060', '')).toBe(shorthand);
});

test.each(['100 % (all of it)', 'a & b', 'Wow! [really]', '', 'é'])('%j is left as it is', (plain) => {
  expect(escapeShorthand(plain)).toBe(plain);
});

test.each([
  ['label', () => link('a]b', 'https://example.com')],
  ['label', () => reply('', 'YES')],
  ['uri', () => link('Look', 'javascript:alert(1)')],
  ['uri', () => link('Look', 'example.com')],
  ['url', () => image('data:image/png,x')],
  ['payload', () => postback('Go', 'a)b')],
  ['payload', () => reply('Go', 'a\nb')],
  ['amount', () => buy('Pay', 2.5)],
  ['amount', () => buy('Pay', 0)],
  ['name', () => template('a)')],
  ['fallback', () => whatsAppTemplate({ namespace: 'n', template: 't', language: 'en', fallback: ']]' })],
])('an unusable %s is refused', (name, write) => {
  expect(write).toThrow(expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error);
  expect(write).toThrow(`smooch: ${name} must be`);
});

describe('what is written in shorthand, the service reads', () => {
  /** What the business is shown to have said. */
  async function said(written: string): Promise<MessageResponse> {
    const { smooch } = await connect();
    await templates(smooch).create({
      name: 'opening_hours',
      message: { type: 'text', text: 'We open at nine.', role: 'appMaker' },
    });
    return smooch.postMessage('customer-2093', written, { sentByMaker: true });
  }

  test('as buttons', async () => {
    const { message } = await said(
      text`Shall we? ${link('Look', 'https://example.com/a(1)')} ${postback('Go on', 'GO_ON')} ${buy('Pay', 2505)}`,
    );
    expect(message.text?.trim()).toBe('Shall we?');
    expect(message.actions).toHaveLength(3);
    expect(message.actions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'link', text: 'Look', uri: 'https://example.com/a%281%29' }),
        expect.objectContaining({ type: 'postback', text: 'Go on', payload: 'GO_ON' }),
        expect.objectContaining({ type: 'buy', text: 'Pay', amount: 2505 }),
      ]),
    );
  });

  test('as quick replies', async () => {
    const { message } = await said(text`Here? ${reply('Yes', 'YES')} ${locationRequest('Where I am')}`);
    expect(message.actions).toHaveLength(2);
    expect(message.actions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'reply', text: 'Yes', payload: 'YES' }),
        expect.objectContaining({ type: 'locationRequest', text: 'Where I am' }),
      ]),
    );
  });

  test('as a picture', async () => {
    const { message } = await said(text`${image('https://example.com/a.jpg')}`);
    expect(message).toMatchObject({ type: 'image', mediaUrl: 'https://example.com/a.jpg' });
  });

  test('as a message that is kept under a name, after the words before it', async () => {
    const { message, extraMessages } = await said(text`Of course! ${template('opening_hours')}`);
    expect(message.text).toBe('Of course!');
    expect(extraMessages).toMatchObject([{ text: 'We open at nine.' }]);
  });

  test.each([
    '%[a](https://evil.example)',
    '$[a](1.00)',
    '![](https://evil.example/a.jpg)',
    '%((template:opening_hours))%',
  ])('and %s of somebody else as what it says', async (shorthand) => {
    const { message, extraMessages } = await said(text`You wrote: ${shorthand}`);
    expect(message).toMatchObject({ type: 'text' });
    expect(message.actions ?? []).toEqual([]);
    expect(extraMessages).toBeUndefined();
    expect(message.text?.replaceAll('\u2060', '')).toBe(`You wrote: ${shorthand}`);
  });
});
