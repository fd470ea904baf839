import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { integrations, profile } from '../src/index.js';
import { connect, formOf } from './emulator.js';

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

async function withWhatsApp() {
  const connected = await connect();
  const { integration } = await integrations(connected.smooch).create({
    type: 'whatsapp',
    deploymentId: 'd',
  });
  return { ...connected, id: integration._id, shown: profile(connected.smooch) };
}

test('what WhatsApp shows of the business is read, and changed by what is given alone', async () => {
  const { id, shown } = await withWhatsApp();
  expect(await shown.get(id)).toEqual({ profile: {} });
  const first = { about: 'Tents and boots', websites: ['https://example.com'] };
  expect(await shown.update(id, first)).toBeUndefined();
  await shown.update(id, { vertical: 'Retail' });
  expect(await shown.get(id)).toEqual({ profile: { ...first, vertical: 'Retail' } });
});

test('the picture arrives byte for byte, and is shown', async () => {
  const { emulator, id, shown } = await withWhatsApp();
  const { photoUrl } = await shown.uploadPhoto(id, png, { name: 'logo.png' });
  const source = (await formOf(emulator.control.requests.all.at(-1))).get('source');
  expect(source).toMatchObject({ name: 'logo.png', type: 'image/png' });
  expect(new Uint8Array(await (await fetch(photoUrl)).arrayBuffer())).toEqual(png);
  expect((await shown.get(id)).profile.photoUrl).toBe(photoUrl);
});

test('a picture is sent again when nobody knows whether it arrived, whole', async () => {
  const { emulator, id, shown } = await withWhatsApp();
  emulator.control.requests.clear();
  emulator.control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'status', status: 503 } });
  emulator.control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'drop', when: 'after' } });
  const { photoUrl } = await shown.uploadPhoto(id, new Blob([png]).stream(), { name: 'logo.png' });
  expect(new Uint8Array(await (await fetch(photoUrl)).arrayBuffer())).toEqual(png);
  expect(emulator.control.requests.matching({ method: 'PUT' })).toHaveLength(3);
});

test('what is no picture, or too much, is refused in the words of the service', async () => {
  const { id, shown } = await withWhatsApp();
  const upload = shown.uploadPhoto(id, new File(['a,b'], 'list.csv'));
  expect(await rejection(upload)).toMatchObject({ kind: 'refused', code: 'unsupported_media_type' });
  expect(await rejection(shown.update(id, { about: 'x'.repeat(140) }))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

test('only integrations with WhatsApp have a profile', async () => {
  const { smooch, shown } = await withWhatsApp();
  const { integration } = await integrations(smooch).create({ type: 'web' });
  expect(await rejection(shown.get(integration._id))).toMatchObject({ code: 'bad_request' });
});
