import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { at, textAt } from '../../json.js';
import { comparison } from '../../recorded.js';
import { nora } from '../hooked.js';
import { startReceiver } from '../receiver.js';
import { basic, startApi, upload } from '../support.js';

// Deliveries that were recorded from the service lie beside the repository, where there are any.
const folder = new URL('../../../../../../shared/fixtures/smooch/webhooks/', import.meta.url);
const absent = !existsSync(folder);

const { missing } = comparison(
  new Set(['properties', 'info', 'raw', 'metadata', 'underlyingError', 'criteria']),
);

const filesOf = (version: string): readonly string[] => readdirSync(new URL(`${version}/`, folder));
const read = (version: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${version}/${file}`, folder), 'utf8'));

/** What is in a recording and in nothing that is delivered here, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'v1/message-appuser-2016-01.json: [].messages[].actions':
    'printed in January 2016, when every message still had a list of actions',
  'v1/message-appuser-location-2017-02.json: [].messages[].coordinates._id':
    'printed, and not in the capture of a place (v1/message-types/location-message.json)',
};

test.skipIf(absent).each(['v1', 'v1.1'] as const)(
  'every recorded delivery of %s has no key that is not delivered here',
  async (version) => {
    const delivered = await everyDelivery(version);
    const gone = filesOf(version).flatMap((file) => {
      const recorded = read(version, file);
      const alike = delivered.filter((body) => at(body, 'trigger') === at(recorded, 'trigger'));
      return missing([recorded], alike).map((key) => `${version}/${file}: ${key}`);
    });
    expect(gone.filter((key) => leftOut[key] === undefined)).toEqual([]);
  },
  30_000,
);

/** Lets everything happen that webhooks of a version are told of, and gives what they were sent. */
async function everyDelivery(version: 'v1' | 'v1.1'): Promise<readonly unknown[]> {
  const { call, emulator, createUser } = await startApi();
  const { control } = emulator;
  const receiver = await startReceiver();
  const triggers = [...new Set(filesOf(version).map((file) => textAt(read(version, file), 'trigger')))];
  const settings = { includeClient: true, includeFullAppUser: true };
  await call('POST', `/${version}/webhooks`, { json: { target: receiver.url, triggers, ...settings } });
  const messages = `/${version}/appusers/${encodeURIComponent(nora)}/messages`;
  const post = async (json: object): Promise<unknown> =>
    (await call('POST', messages, { json: { role: 'appMaker', ...json } })).body;

  const person = control.user(nora);
  person.sends({ text: 'Hi' });
  person.sends({ type: 'location', coordinates: { lat: 1, long: 2 } });
  const form = upload(new Uint8Array(9), 'tent.png');
  const { body: uploaded } = await call('POST', '/v1.1/attachments?access=public', { form });
  person.sends({ type: 'image', mediaUrl: textAt(uploaded, 'mediaUrl') });
  person.reads();
  person.types();
  person.refers({ code: 'x', details: { source: 's', type: 't', adId: 'a' } });

  const link = { type: 'link', text: 'Look', uri: 'https://example.com' };
  const postback = { type: 'postback', text: 'More', payload: 'MORE' };
  const item = {
    title: 'Tent',
    description: 'd',
    mediaUrl: 'https://example.com/t.png',
    size: 'large',
    actions: [link, postback],
  };
  const named = { name: 'Ann', email: 'ann@example.com', metadata: { a: 1 } };
  for (const type of ['carousel', 'list']) await post({ type, items: [item], ...named });
  await post({ type: 'text', text: 'Hi', ...named, role: 'appUser' });
  const asked = await post({
    type: 'text',
    text: 'More?',
    actions: [postback, { type: 'buy', text: 'Buy', amount: 1 }],
  });
  person.clicks(textAt(asked, 'message', 'actions', 0, '_id'));
  person.pays(textAt(asked, 'message', 'actions', 1, '_id'));
  person.blocks();
  await post({ type: 'text', text: 'Lost', ...named });
  person.unblocks();

  control.user(await createUser('new')).sends({ text: 'Hi' });
  const channels = { type: 'messenger', phoneNumber: '+15145555555', givenName: 'A', surname: 'B' };
  const linked = async (): Promise<string> => {
    const json = { ...channels, confirmation: { type: 'immediate' } };
    const authorization = basic(emulator.credentials);
    const { body } = await call('POST', `/v1.1/appusers/new/channels`, { json, authorization });
    return textAt(body, 'appUser', 'pendingClients', 0, '_id');
  };
  control.link(await linked(), 'fail');
  const clientId = await linked();
  control.link(clientId, 'match');
  control.link(clientId, 'confirm');
  const [one, other] = control.users();
  const merged = { surviving: { _id: one?._id }, discarded: { _id: other?._id } };
  await call('POST', '/v1.1/appusers/merge', { json: merged });
  await control.flush();
  return receiver.received.map(({ json }) => json);
}
