import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rejection, typeComplaints } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { users } from '../src/v2/index.js';
import { scripted } from './sunshine.js';

const source = fileURLToPath(new URL('../src/v2/types/', import.meta.url));
const folder = new URL('../../../../shared/fixtures/smooch/v2/', import.meta.url);
const isThere = existsSync(folder);

function namesIn(kind: 'requests' | 'responses' | 'errors'): readonly string[] {
  return isThere ? readdirSync(new URL(`${kind}/`, folder)) : [];
}

function read(kind: string, name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${kind}/${name}`, folder), 'utf8'));
}

/** The file that declares a type. */
function fileOf(type: string): string {
  const declares = new RegExp(`^export (interface|type) ${type}\\b`, 'm');
  const file = readdirSync(source).find((name) => declares.test(readFileSync(source + name, 'utf8')));
  if (file === undefined) throw new Error(`${type} is declared nowhere`);
  return file;
}

/** What each recorded answer is. What is not here belongs to no resource. */
const answers: Readonly<Record<string, string>> = {
  'carousel-2.json': 'MessagePostResponse',
  'conversion-events.json': 'ConversionEventsResponse',
  'create-app-key.json': 'KeyResponse',
  'create-client.json': 'ClientResponse',
  'create-conversation.json': 'ConversationResponse',
  'create-integration-key.json': 'KeyResponse',
  'create-switchboard-integration.json': 'SwitchboardIntegrationResponse',
  'create-switchboard.json': 'SwitchboardResponse',
  'create-user.json': 'UserResponse',
  'delete-user-personal-information.json': 'UserResponse',
  'file-2.json': 'MessagePostResponse',
  'get-device.json': 'DeviceResponse',
  'get-user.json': 'UserResponse',
  'join-conversation.json': 'ParticipantResponse',
  'list-app-keys.json': "Page<'keys', ApiKey>",
  'list-clients.json': "Page<'clients', Client>",
  'list-conversations.json': "Page<'conversations', Conversation>",
  'list-devices.json': "Page<'devices', Device>",
  'list-integrations.json': "Page<'integrations', Integration>",
  'list-messages.json': "Page<'messages', Message>",
  'list-participants.json': "Page<'participants', Participant>",
  'list-switchboards.json': "Page<'switchboards', Switchboard>",
  'list-users.json': "Page<'users', User>",
  'list-webhooks.json': "Page<'webhooks', Webhook>",
  'sync-user.json': 'UserResponse',
  'text-2.json': 'MessagePostResponse',
  'upload-attachment.json': 'AttachmentResponse',
};

/** What each recorded body is, as it is given to a method. */
const bodies: Readonly<Record<string, string>> = {
  'carousel.json': 'MessagePost',
  'create-switchboard-integration.json': 'SwitchboardIntegrationCreateBody',
  'download-message-ref.json': 'DownloadMessageRefBody',
  'form.json': 'MessagePost',
  'image.json': 'MessagePost',
  'join-conversation.json': 'ParticipantJoinBody',
  'list.json': 'MessagePost',
  'location.json': 'MessagePost',
  'mailgun.json': 'ClientCreateBody',
  'post-activity.json': 'ActivityPost',
  'post-conversion-events.json': 'ConversionEventsBody',
  'text.json': 'MessagePost',
  'update-integration.json': 'IntegrationUpdateBody',
  'update-switchboard-integration.json': 'SwitchboardIntegrationUpdateBody',
  'whatsapp-template.json': 'MessagePost',
};

describe.skipIf(!isThere)('what was recorded of v2', () => {
  test('is known by name', () => {
    expect(namesIn('responses').filter((name) => !(name in answers))).toEqual([
      'empty-response.json',
      'get-token.json',
      // A key in it has a quotation mark too many.
      'list-2.json',
    ]);
    expect(namesIn('requests').filter((name) => !(name in bodies))).toEqual([]);
  });

  test('is what the types say', { timeout: 60_000 }, async () => {
    const values = [
      ...Object.entries(answers).map(([name, type]) => ({ name, type, body: read('responses', name) })),
      ...Object.entries(bodies).map(([name, type]) => ({ name, type, body: read('requests', name) })),
    ];
    const names = new Set(values.flatMap(({ type }) => type.match(/\b[A-Z]\w+/g) ?? []));
    const imports = Object.fromEntries([...names].map((name) => [name, fileOf(name)]));
    expect(await typeComplaints(source, imports, values)).toBe('');
  });

  test.each(namesIn('errors'))('%s is a refusal in the words of the service', async (name) => {
    const body = read('errors', name) as { readonly errors: readonly { code: string; title: string }[] };
    const status = Number(/(\d+)\.json$/.exec(name)?.[1]);
    const { sunshine } = scripted(() => Response.json(body, { status }));
    expect(await rejection(users(sunshine).get('ada'))).toMatchObject({
      name: 'SmoochError',
      kind: 'refused',
      status,
      code: body.errors[0]?.code,
      message: expect.stringContaining(String(body.errors[0]?.title)),
      details: body,
    });
  });
});
