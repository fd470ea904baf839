import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createSlackWeb, uploadFiles, type SlackFile, type SlackWeb } from '../src/index.js';
import { createFileLoader, type ExtractOptions } from '../src/logs/index.js';
import { extracted } from './logs.js';
import { setUpWeb } from './setup.js';

const bytes = new Uint8Array([0, 1, 2, 255]);

/** A workspace in which a file was shared. */
async function setUpFile(options: Parameters<typeof setUpWeb>[0] = {}) {
  const { emulator, web } = await setUpWeb(options);
  const { channelId: channel } = emulator.credentials;
  await uploadFiles(web, { content: bytes, filename: 'a.bin' }, { channel });
  const fileIn = async (wanted: Partial<ExtractOptions> = {}): Promise<readonly SlackFile[] | undefined> =>
    (await extracted(web, { conversation: channel, ...wanted })).at(-1)?.files;
  const [file] = (await fileIn()) ?? [];
  if (file === undefined) throw new Error('there is no file');
  return { emulator, web, channel, file, fileIn };
}

describe('files of a log', () => {
  test('are described, left out, or saved by whoever extracts', async () => {
    const { web, file, fileIn } = await setUpFile();
    expect(file).toMatchObject({ name: 'a.bin', size: 4 });
    expect(await fileIn({ files: 'none' })).toEqual([]);
    const load = createFileLoader(web);
    const saved = new Map<string, Uint8Array>();
    const files = async ({ id }: SlackFile): Promise<string> => {
      const answer = await load(file);
      saved.set(id, new Uint8Array((await answer?.arrayBuffer()) ?? []));
      return `saved/${id}`;
    };
    expect(await fileIn({ files })).toEqual([{ ...file, _path: `saved/${file.id}` }]);
    expect([...saved]).toEqual([[file.id, bytes]]);
    expect(await fileIn({ files: () => Promise.resolve(undefined) })).toEqual([file]);
  });

  test.each<[string, object]>([
    ['that was deleted', { mode: 'tombstone' }],
    ['of another service', { is_external: true, url_private: 'https://drive.example/1' }],
    ['without an address', { url_private: undefined, url_private_download: undefined }],
  ])('one %s is passed over', async (_, fields) => {
    const { web, emulator, file } = await setUpFile();
    emulator.control.requests.clear();
    expect(await createFileLoader(web)({ ...file, ...fields })).toBeUndefined();
    expect(emulator.control.requests.all).toEqual([]);
  });

  test('one that is gone meanwhile is passed over', async () => {
    const { web, file } = await setUpFile();
    await web.call('files.delete', { file: file.id });
    expect(await createFileLoader(web)(file)).toBeUndefined();
  });
});

describe('the token', () => {
  /** A Web API whose requests go nowhere, and what they were. */
  function watched(baseUrl: string): { readonly web: SlackWeb; readonly sent: [string, string | null][] } {
    const sent: [string, string | null][] = [];
    const web = createSlackWeb({
      token: 'xoxb-1-secret',
      baseUrl,
      fetch: async (url, init) => {
        sent.push([url, new Headers(init?.headers).get('authorization')]);
        return new Response('bytes', { headers: { 'content-type': 'application/octet-stream' } });
      },
    });
    return { web, sent };
  }

  test.each([
    ['https://slack.com/api', 'https://files.slack.com/files-pri/T1-F1/a.bin'],
    ['https://slack-gov.com/api', 'https://files.slack-gov.com/files-pri/T1-F1/a.bin'],
    ['http://127.0.0.1:4100/api', 'http://127.0.0.1:4100/files-pri/T1-F1/a.bin'],
  ])('of a root at %s goes with a download to %s', async (root, url) => {
    const { web, sent } = watched(root);
    const answer = await createFileLoader(web)({ id: 'F1', url_private: url });
    expect(await answer?.text()).toBe('bytes');
    expect(sent).toEqual([[url, 'Bearer xoxb-1-secret']]);
  });

  test.each([
    'https://files.slack.com.example/files-pri/T1-F1/a.bin',
    'https://example.org/?host=files.slack.com',
    'http://files.slack.com/files-pri/T1-F1/a.bin',
    'https://127.0.0.1:4100@example.org/a.bin',
    'file:///etc/passwd',
    'no address',
  ])('goes nowhere else, and neither does a request: %s', async (url) => {
    const { web, sent } = watched('https://slack.com/api');
    const error = await rejection(createFileLoader(web)({ id: 'F1', url_private: url }));
    expect(error).toMatchObject({ kind: 'protocol', code: 'UNTRUSTED_ADDRESS' });
    expect(sent).toEqual([]);
  });

  test('that may not read the file is told from a file', async () => {
    const { emulator, file } = await setUpFile();
    const web = createSlackWeb({ token: 'xoxb-wrong', baseUrl: emulator.credentials.apiUrl });
    const error = await rejection(createFileLoader(web)(file));
    expect(error).toMatchObject({ kind: 'auth', code: 'NOT_SIGNED_IN' });
    expect(String(error)).not.toContain('xoxb-wrong');
  });
});
