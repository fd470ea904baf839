import { everythingPrinted, expectNoSecrets, rejection } from '@x/testkit';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  uploadFiles,
  type SlackFile,
  type SlackWeb,
  type SlackWebOptions,
  type Uploadable,
  type UploadOptions,
  type UploadProgress,
} from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, type SlackEmulator } from './setup.js';

const announce = '/api/files.getUploadURLExternal';
const complete = '/api/files.completeUploadExternal';
const uploads = /^\/upload\/v1\//;

interface Setup {
  readonly emulator: SlackEmulator;
  readonly web: SlackWeb;
  readonly channel: string;
  /** The paths that were asked for, with tickets left out. */
  readonly steps: () => string[];
  /** The forms that a path was sent. */
  readonly forms: (path: string) => Record<string, string>[];
  /** What a file holds, as whoever may see it downloads it. */
  readonly contentOf: (file: SlackFile | undefined) => Promise<string>;
}

async function setUp(options: Partial<SlackWebOptions> = {}): Promise<Setup> {
  const { emulator, web } = await setUpWeb(options);
  const { channelId: channel, botToken } = emulator.credentials;
  const { requests } = emulator.control;
  return {
    emulator,
    web,
    channel,
    steps: () => requests.all.map(({ path }) => path.replace(/^(\/upload\/v1\/).*/, '$1')),
    forms: (path) =>
      requests.matching({ path }).map(({ text }) => Object.fromEntries(new URLSearchParams(text))),
    async contentOf(file) {
      const { file: whole } = await web.call<{ file: SlackFile }, string>('files.info', { file: file?.id });
      const headers = { authorization: `Bearer ${botToken}` };
      return (await fetch(whole.url_private ?? '', { headers })).text();
    },
  };
}

/** Where a file is for one test. */
async function onDisk(name: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The uploads of a test, and the warnings that came with them. */
async function warned(
  web: SlackWeb,
  files: Uploadable | readonly Uploadable[],
  options: UploadOptions = {},
): Promise<string[]> {
  const warnings: string[] = [];
  await uploadFiles(web, files, { ...options, onWarning: (warning) => warnings.push(warning) });
  return warnings;
}

const bytes = new TextEncoder().encode('bytes');
const stream = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

test(behaviour(142, 'a file is announced, sent and completed'), async () => {
  const { emulator, web, channel, steps, forms, contentOf } = await setUp();
  const given = Object.freeze({ content: new Blob(['Contours']), filename: 'notes.txt' });
  const options = Object.freeze({ channel, initialComment: 'See *this*' });
  const [file, ...more] = await uploadFiles(web, Object.freeze(given), options);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ id: expect.stringMatching(/^F/) as string, name: 'notes.txt', size: 8 });
  expect(steps()).toEqual([announce, '/upload/v1/', complete]);
  expect(forms(announce)).toEqual([{ filename: 'notes.txt', length: '8' }]);
  expect(forms(complete)).toEqual([
    {
      files: `[{"id":"${file?.id}","title":"notes.txt"}]`,
      channel_id: channel,
      initial_comment: 'See *this*',
    },
  ]);
  expect(await contentOf(file)).toBe('Contours');
  expect(emulator.control.messages(channel).at(-1)).toMatchObject({ text: 'See *this*' });
});

describe('what is in a file may be', () => {
  test.each<[string, () => Uploadable, string]>([
    ['a text', () => ({ content: 'Grüße', filename: 'a.txt' }), 'Grüße'],
    ['a File, which has a name', () => new File(['file'], 'a.txt'), 'file'],
    ['a Blob', () => ({ content: new Blob(['blob']), filename: 'a.txt' }), 'blob'],
    ['bytes', () => ({ content: bytes, filename: 'a.txt' }), 'bytes'],
    ['a part of other bytes', () => ({ content: bytes.subarray(1, 3), filename: 'a.txt' }), 'yt'],
    ['an ArrayBuffer', () => ({ content: bytes.slice().buffer, filename: 'a.txt' }), 'bytes'],
    ['a stream', () => ({ content: stream('stream'), filename: 'a.txt' }), 'stream'],
    [
      'a stream whose length is said',
      () => ({ content: stream('stream'), filename: 'a.txt', length: 6 }),
      'stream',
    ],
    ['a Readable', () => ({ content: Readable.from([bytes, bytes]), filename: 'a.txt' }), 'bytesbytes'],
  ])('%s', async (_what, make, expected) => {
    const { web, steps, contentOf } = await setUp();
    const [file] = await uploadFiles(web, make());
    expect(file?.name).toBe('a.txt');
    expect(await contentOf(file)).toBe(expected);
    expect(steps().slice(0, 3)).toEqual([announce, '/upload/v1/', complete]);
  });

  test(behaviour(142, 'a file on disk, whose name it takes'), async () => {
    const { web, contentOf } = await setUp();
    const path = await onDisk('büro 1.txt', 'on disk');
    const files = await uploadFiles(web, [{ path }, { path: pathToFileURL(path) }]);
    expect(files.map(({ name }) => name)).toEqual(['büro 1.txt', 'büro 1.txt']);
    expect(await contentOf(files[1])).toBe('on disk');
  });
});

describe('several files', () => {
  test(behaviour(142, 'several go into one message, in the order in which they were given'), async () => {
    const { web, channel, steps, forms, contentOf } = await setUp();
    const given = ['one', 'two', 'three', 'four', 'five'].map((name) => new File([name], `${name}.txt`));
    const files = await uploadFiles(web, given, { channel });
    expect(files.map(({ name }) => name)).toEqual(given.map(({ name }) => name));
    expect(await Promise.all(files.map(contentOf))).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(steps().filter((path) => path === complete)).toHaveLength(1);
    expect(JSON.parse(forms(complete)[0]?.['files'] ?? '')).toEqual(
      files.map(({ id, name }) => ({ id, title: name })),
    );
    const { messages } = await web.conversations.history({ channel, limit: 1 });
    expect(messages).toMatchObject([{ files: files.map(({ id }) => ({ id })) }]);
  });

  test(
    behaviour(142, 'those that go to one place with the same words are completed by one call'),
    async () => {
      const { emulator, web, channel, forms } = await setUp();
      const threadTs = emulator.control.say('general', 'ines', 'notes?');
      const blocks = [{ type: 'divider' }];
      const files = await uploadFiles(
        web,
        [
          new File(['1'], '1.txt'),
          { files: new File(['2'], '2.txt'), threadTs },
          { files: [new File(['3'], '3.txt'), new File(['4'], '4.txt')], channel },
          { files: [new File(['5'], '5.txt')], blocks },
          { files: [new File(['6'], '6.txt')], blocks: [{ type: 'divider' }] },
        ],
        { channel },
      );
      const sent = forms(complete).map(({ files: entries = '', ...where }) => [
        (JSON.parse(entries) as { title: string }[]).map(({ title }) => title),
        where,
      ]);
      expect(sent).toEqual([
        [['1.txt', '3.txt', '4.txt'], { channel_id: channel }],
        [['2.txt'], { channel_id: channel, thread_ts: threadTs }],
        [['5.txt', '6.txt'], { channel_id: channel, blocks: '[{"type":"divider"}]' }],
      ]);
      expect(files.map(({ title }) => title)).toEqual(['1.txt', '2.txt', '3.txt', '4.txt', '5.txt', '6.txt']);
    },
  );

  test(behaviour(142, 'when one cannot be sent, nothing is shared'), async () => {
    const { emulator, web, channel, steps } = await setUp();
    emulator.control.faults.add({
      match: { path: uploads },
      fault: { kind: 'status', status: 507, body: 'full' },
      skip: 1,
      times: 9,
    });
    const given = ['1', '2', '3', '4'].map((name) => new File([name], `${name}.txt`));
    await rejection(uploadFiles(web, given, { channel, retries: 0 }));
    expect(steps()).not.toContain(complete);
  });
});

describe('the last step', () => {
  test(
    behaviour(142, 'what is said of a file and of the message goes along, by the names of Slack'),
    async () => {
      const { web, channel, forms } = await setUp();
      await uploadFiles(
        web,
        {
          content: 'print(1)',
          filename: 'a.py',
          title: 'A program',
          altText: 'one line',
          snippetType: 'python',
          highlightType: 'python',
        },
        {
          channel,
          username: 'Printer',
          iconEmoji: ':printer:',
          iconUrl: 'https://example.com/printer.png',
          blocks: [{ type: 'divider' }],
        },
      );
      expect(forms(announce)).toEqual([
        { filename: 'a.py', length: '8', alt_txt: 'one line', snippet_type: 'python' },
      ]);
      expect(forms(complete)[0]).toMatchObject({
        files: expect.stringContaining('"title":"A program","highlight_type":"python"') as string,
        username: 'Printer',
        icon_emoji: ':printer:',
        icon_url: 'https://example.com/printer.png',
        blocks: '[{"type":"divider"}]',
      });
    },
  );

  test(behaviour(142, 'the title is the name of the file unless there is another'), async () => {
    const { web } = await setUp();
    const files = await uploadFiles(web, [
      new File(['1'], '1.txt'),
      { content: '2', filename: '2.txt', title: 'Two' },
    ]);
    expect(files.map(({ title }) => title)).toEqual(['1.txt', 'Two']);
  });

  test(behaviour(142, 'without a channel the file stays with its owner'), async () => {
    const { web, forms } = await setUp();
    const [file] = await uploadFiles(web, new File(['1'], '1.txt'));
    expect(Object.keys(forms(complete)[0] ?? {})).toEqual(['files']);
    expect(await web.call('files.info', { file: file?.id ?? '' })).toMatchObject({
      file: { is_public: false },
    });
  });

  test(behaviour(142, 'a refusal of it is Slack’s word'), async () => {
    const { web } = await setUp();
    const error = await rejection(uploadFiles(web, new File(['1'], '1.txt'), { channel: 'C0000000' }));
    expect(error).toMatchObject({ name: 'SlackError', kind: 'refused', code: 'channel_not_found' });
  });
});

describe('a credential', () => {
  test(behaviour(142, 'a token of the call’s own goes with each step, and none with the bytes'), async () => {
    const { emulator, web } = await setUp();
    const { userToken, userId } = emulator.credentials;
    const [file] = await uploadFiles(web, new File(['1'], '1.txt'), { token: userToken });
    expect(file?.user).toBe(userId);
    for (const path of [announce, complete]) {
      const [call] = emulator.control.requests.matching({ path });
      expect(call?.headers['authorization']).toBe(`Bearer ${userToken}`);
    }
    const { botToken } = emulator.credentials;
    const [sent] = emulator.control.requests.matching({ path: uploads });
    expect(everythingPrinted([sent?.headers, sent?.text])).not.toMatch(/xox|authorization|cookie/i);
    await uploadFiles(web, new File(['1'], '1.txt'));
    const again = emulator.control.requests.matching({ path: uploads })[1];
    expect(JSON.stringify(again?.headers)).not.toContain(botToken);
    expect(again?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '1',
    });
  });
});

describe('the service', () => {
  test.each<[string, object]>([
    ['upload_url', { ok: true, file_id: 'F1' }],
    ['file_id', { ok: true, upload_url: 'https://files.slack.com/upload/v1/secret' }],
  ])(`${behaviour(142, 'that gives no address or id is not trusted')} (%s)`, async (_name, answer) => {
    const { emulator, web, steps } = await setUp();
    emulator.control.faults.add({
      match: { path: announce },
      fault: { kind: 'status', status: 200, body: JSON.stringify(answer) },
    });
    const error = await rejection(uploadFiles(web, new File(['1'], '1.txt')));
    expect(error).toMatchObject({ kind: 'protocol', code: 'NO_UPLOAD_ADDRESS' });
    expectNoSecrets(error, ['secret']);
    expect(steps()).toEqual([announce]);
  });

  test.each([
    'https://files.example.com/upload/v1/secret',
    'https://slack.com.example.com/upload/v1/secret',
    'http://files.slack.com/upload/v1/secret',
    'wss://files.slack.com/upload/v1/secret',
    'nonsense',
  ])(`${behaviour(142, 'bytes go to Slack alone')}, and not to %s`, async (upload_url) => {
    const { emulator, web, steps } = await setUp();
    emulator.control.faults.add({
      match: { path: announce },
      fault: { kind: 'status', status: 200, body: JSON.stringify({ ok: true, file_id: 'F1', upload_url }) },
    });
    const error = await rejection(uploadFiles(web, new File(['1'], '1.txt')));
    expect(error).toMatchObject({ kind: 'protocol', code: 'UNTRUSTED_ADDRESS' });
    expectNoSecrets(error, ['secret']);
    expect(steps()).toEqual([announce]);
  });

  test.each([204, 302, 400, 403, 404, 413])(
    `${behaviour(142, 'bytes that are not taken with 200 are an error that names the file')} (%d)`,
    async (status) => {
      const { emulator, web, steps } = await setUp();
      emulator.control.faults.add({
        match: { path: uploads },
        fault: { kind: 'status', status, body: status === 204 ? '' : 'no' },
      });
      const error = await rejection(uploadFiles(web, new File(['1'], 'plan.txt')));
      expect(error).toMatchObject({
        name: 'SlackError',
        status,
        message: expect.stringMatching(/F\w+, plan\.txt/) as string,
      });
      const [{ path } = { path: '' }] = emulator.control.requests.matching({ path: uploads });
      expectNoSecrets(error, [path.slice('/upload/v1/'.length)]);
      expect(steps()).toEqual([announce, '/upload/v1/']);
    },
  );

  test(behaviour(142, 'what broke on the way is sent again, once for each file'), async () => {
    const { emulator, web, steps, contentOf } = await setUp();
    emulator.control.faults.add({ match: { path: uploads }, fault: { kind: 'drop', when: 'before' } });
    emulator.control.faults.add({ match: { path: uploads }, fault: { kind: 'status', status: 503 } });
    const seen: number[] = [];
    const [file] = await uploadFiles(web, new File(['again'], 'a.txt'), {
      onProgress: ({ sent }) => seen.push(sent),
    });
    expect(await contentOf(file)).toBe('again');
    expect(steps().slice(0, 5)).toEqual([announce, '/upload/v1/', '/upload/v1/', '/upload/v1/', complete]);
    expect(seen.at(-1)).toBe(5);
  });
});

describe('refused before the first step', () => {
  const file = { content: 'x', filename: 'a.txt' };
  const channel = 'C024BE91L';
  const loose = (options: object): UploadOptions => options;
  const odd = (given: unknown): Uploadable => given as Uploadable;
  test.each<[string, Uploadable | readonly Uploadable[], UploadOptions, string]>([
    ['no file at all', [], {}, 'files'],
    ['neither content nor path', { filename: 'a.txt' }, {}, 'content or path'],
    ['both content and path', { ...file, path: 'a.txt' }, {}, 'content or path'],
    ['content of no kind that can be sent', odd({ ...file, content: 1 }), {}, 'content'],
    ['a bare text, which might be a path or a content', odd('a.txt'), {}, '{ path }'],
    ['an empty text', { ...file, content: '' }, {}, 'a.txt'],
    ['empty bytes', { ...file, content: new Uint8Array() }, {}, 'a.txt'],
    ['an empty Blob among others', [file, new File([], 'empty.txt')], {}, 'empty.txt'],
    ['an empty stream', { ...file, content: stream('') }, {}, 'a.txt'],
    ['a stream that is said to be empty', { ...file, content: stream('x'), length: 0 }, {}, 'a.txt'],
    ['a length that is none', { ...file, content: stream('x'), length: 1.5 }, {}, 'length'],
    ['a name that is empty', { ...file, filename: '' }, {}, 'filename'],
    ['several channels', file, loose({ channels: 'C1,C2' }), 'channels'],
    ['a list of channels', file, loose({ channels: ['C1'] }), 'channels'],
    ['several channels in one', file, { channel: 'C1,C2' }, 'channel'],
    ['a thread without a channel', file, { threadTs: '1.000001' }, 'channel'],
    ['a comment without a channel', file, { initialComment: 'Hi' }, 'channel'],
    ['blocks without a channel', file, { blocks: [] }, 'channel'],
    ['a thread that is no timestamp', file, { channel, threadTs: '1.5' }, 'threadTs'],
    ['a channel in a file', [odd({ ...file, channel })], {}, 'channel'],
    ['channels in a file', [odd({ ...file, channels: channel })], {}, 'channels'],
    ['a thread in a file', [odd({ ...file, threadTs: '1.000001' })], { channel }, 'threadTs'],
    ['a comment in a file', [odd({ ...file, initialComment: 'Hi' })], { channel }, 'initialComment'],
    ['blocks in a file', [odd({ ...file, blocks: [] })], { channel }, 'blocks'],
    ['Slack’s name for a channel', file, loose({ channel_id: channel }), 'say channel'],
    ['Slack’s name for a thread', file, loose({ channel, thread_ts: '1.000001' }), 'say threadTs'],
    ['another client’s name for content', odd({ file: 'x', filename: 'a.txt' }), {}, 'say content'],
  ])(`${behaviour(142, 'it is')} %s`, async (_what, files, options, words) => {
    const { web, steps } = await setUp();
    const error = await rejection(uploadFiles(web, files, options));
    expect(error).toMatchObject({ name: 'SlackError', kind: 'usage', code: 'INVALID_REQUEST' });
    expect((error as Error).message).toContain(words);
    expect(steps()).toEqual([]);
  });

  test(behaviour(142, 'what cannot be read is, with the reason'), async () => {
    const { web, steps } = await setUp();
    const gone = await rejection(uploadFiles(web, { path: '/nowhere/plan.pdf' }));
    expect(gone).toMatchObject({ kind: 'usage', code: 'UNREADABLE_FILE' });
    expect((gone as Error).message).toBe('slack: plan.pdf cannot be read (ENOENT)');
    const folder = await rejection(uploadFiles(web, { path: new URL('.', import.meta.url), filename: 'a' }));
    expect(folder).toMatchObject({ kind: 'usage', code: 'UNREADABLE_FILE' });
    expect((folder as Error).message).toBe('slack: a cannot be read (it is no file)');
    const cause = new Error('the disk is gone');
    const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(cause) });
    const error = await rejection(uploadFiles(web, { content: broken, filename: 'a.txt' }));
    expect(error).toMatchObject({ kind: 'usage', code: 'UNREADABLE_FILE', cause });
    const taken = stream('x');
    taken.getReader();
    expect(await rejection(uploadFiles(web, { content: taken, filename: 'a.txt' }))).toMatchObject({
      code: 'INVALID_REQUEST',
    });
    expect(steps()).toEqual([]);
  });

  test(behaviour(142, 'it is what no client has made'), async () => {
    const error = await rejection(uploadFiles({} as SlackWeb, new File(['1'], '1.txt')));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  });
});

describe('a warning', () => {
  test(behaviour(142, 'a file without a name is called file.txt, with a warning'), async () => {
    const { web, forms } = await setUp();
    expect(await warned(web, new Blob(['x']))).toEqual([expect.stringContaining('file.txt')]);
    expect(forms(announce)[0]?.['filename']).toBe('file.txt');
  });

  test.each(['notes', '.profile', 'notes.'])(
    `${behaviour(142, 'a name without an extension is warned about')} (%s)`,
    async (filename) => {
      const { web } = await setUp();
      expect(await warned(web, { content: 'x', filename })).toEqual([expect.stringContaining('extension')]);
    },
  );

  test(behaviour(142, 'filetype is ignored, with a warning'), async () => {
    const { web, forms } = await setUp();
    const file: object = { filetype: 'python', content: 'x', filename: 'a.txt' };
    expect(await warned(web, file)).toEqual([expect.stringContaining('filetype')]);
    expect(JSON.stringify([forms(announce), forms(complete)])).not.toContain('python');
  });

  test(behaviour(142, 'a single one of channels is taken for the channel, with a warning'), async () => {
    const { web, channel, forms } = await setUp();
    const options: object = { channels: channel };
    expect(await warned(web, new File(['1'], '1.txt'), options)).toEqual([
      expect.stringContaining('channels'),
    ]);
    expect(forms(complete)[0]?.['channel_id']).toBe(channel);
  });

  test('is not given where nothing is wrong, and cannot break an upload', async () => {
    const { web } = await setUp();
    expect(await warned(web, new File(['1'], 'archive.tar.gz'))).toEqual([]);
    const onWarning = (): void => {
      throw new Error('mine');
    };
    await expect(uploadFiles(web, new Blob(['x']), { onWarning })).resolves.toHaveLength(1);
  });
});

describe('progress', () => {
  const big = (): Blob => new Blob([new Uint8Array(2 ** 20)]);

  test(behaviour(142, 'it is told for each file as its bytes go'), async () => {
    const { web } = await setUp();
    const seen: UploadProgress[] = [];
    const files = await uploadFiles(
      web,
      [
        { content: big(), filename: 'big.bin' },
        { content: stream('stream'), filename: 'stream.txt', length: 6 },
      ],
      { onProgress: (progress) => seen.push(progress) },
    );
    const of = (index: number): UploadProgress[] => seen.filter(({ file }) => file.index === index);
    expect(of(0).map(({ sent }) => sent)).toEqual([2 ** 18, 2 ** 19, 3 * 2 ** 18, 2 ** 20]);
    expect(of(0)[0]).toEqual({
      file: { id: files[0]?.id, filename: 'big.bin', index: 0 },
      sent: 2 ** 18,
      total: 2 ** 20,
    });
    expect(of(1)).toMatchObject([{ file: { filename: 'stream.txt' }, sent: 6, total: 6 }]);
  });

  test('who listens to it cannot break an upload', async () => {
    const { web } = await setUp();
    const onProgress = (): void => {
      throw new Error('mine');
    };
    await expect(uploadFiles(web, new File(['1'], '1.txt'), { onProgress })).resolves.toHaveLength(1);
  });

  test(behaviour(142, 'a Blob is never read as a whole'), async () => {
    const { web } = await setUp();
    const blob = big();
    const sizes: number[] = [];
    const slice = blob.slice.bind(blob);
    Object.assign(blob, {
      slice(start: number, end: number): Blob {
        const part = slice(start, end);
        sizes.push(part.size);
        return part;
      },
    });
    for (const name of ['arrayBuffer', 'stream', 'text', 'bytes']) {
      Object.assign(blob, { [name]: () => expect.unreachable(`${name}() reads all of it`) });
    }
    const [file] = await uploadFiles(web, { content: blob, filename: 'big.bin' });
    expect(file?.size).toBe(2 ** 20);
    expect(sizes).toEqual([2 ** 18, 2 ** 18, 2 ** 18, 2 ** 18, 0]);
  });

  test.each([5, 7])('a stream that is not as long as was said ends the upload (%d of 6)', async (length) => {
    const { web, steps } = await setUp();
    const error = await rejection(uploadFiles(web, { content: stream('stream'), filename: 'a.txt', length }));
    expect(error).toMatchObject({ kind: 'usage', code: 'UNREADABLE_FILE' });
    expect((error as Error).message).toContain(`${length} bytes`);
    expect(steps()).not.toContain(complete);
  });
});

describe('a page', () => {
  test(behaviour(142, 'a page sends the bytes as a form, without hearing the answer'), async () => {
    const inits: RequestInit[] = [];
    const { web, emulator, contentOf } = await setUp({
      fetch: async (url, init = {}) => {
        const response = await fetch(url, init);
        inits.push(init);
        return response;
      },
    });
    const seen: UploadProgress[] = [];
    const options: UploadOptions = { noCors: true, onProgress: (progress) => seen.push(progress) };
    const given = { content: stream('hidden'), filename: 'a.txt', length: 6 };
    const [file] = await uploadFiles(web, given, options);
    expect(await contentOf(file)).toBe('hidden');
    expect(seen).toMatchObject([{ sent: 6, total: 6 }]);
    expect(inits[1]).toMatchObject({ mode: 'no-cors', redirect: 'follow' });
    const [sent] = emulator.control.requests.matching({ path: uploads });
    expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  });

  test(behaviour(142, 'bytes that a page has sent in vain are missed by the last step'), async () => {
    const { web, emulator } = await setUp({
      // As a page sees what it may not read.
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        return init?.mode === 'no-cors'
          ? Object.defineProperty(Response.error(), 'type', { value: 'opaque' })
          : response;
      },
    });
    emulator.control.faults.add({ match: { path: uploads }, fault: { kind: 'status', status: 400 } });
    const error = await rejection(uploadFiles(web, new File(['1'], '1.txt'), { noCors: true }));
    expect(error).toMatchObject({ kind: 'refused', code: 'file_not_found' });
  });

  test('that has not been told so hears what to do', async () => {
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });
    onTestFinished(() => {
      Reflect.deleteProperty(globalThis, 'document');
    });
    const { web, emulator } = await setUp();
    emulator.control.faults.add({
      match: { path: uploads },
      fault: { kind: 'drop', when: 'before' },
      times: 9,
    });
    const error = await rejection(uploadFiles(web, new File(['1'], '1.txt'), { retries: 0 }));
    expect(error).toMatchObject({ kind: 'network' });
    expect((error as Error).message).toContain('noCors: true');
  });
});

describe('a signal', () => {
  test('that is over lets nothing be sent', async () => {
    const { web, steps } = await setUp();
    const signal = AbortSignal.abort('enough');
    expect(await rejection(uploadFiles(web, new File(['1'], '1.txt'), { signal }))).toBe('enough');
    expect(steps()).toEqual([]);
  });

  test.each([announce, uploads, complete])(
    `${behaviour(142, 'a signal ends it in each step')} (%s)`,
    async (path) => {
      const { web, emulator } = await setUp();
      emulator.control.faults.add({ match: { path }, fault: { kind: 'hang' } });
      const controller = new AbortController();
      const reason = new Error('enough');
      const failed = rejection(uploadFiles(web, new File(['1'], '1.txt'), { signal: controller.signal }));
      await expect.poll(() => emulator.control.requests.matching({ path }).length).toBe(1);
      controller.abort(reason);
      expect(await failed).toBe(reason);
    },
  );

  test('ends the reading of a stream that does not', async () => {
    const { web } = await setUp();
    const controller = new AbortController();
    const endless = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
    const failed = rejection(
      uploadFiles(web, { content: endless, filename: 'a.txt' }, { signal: controller.signal }),
    );
    controller.abort('enough');
    expect(await failed).toBe('enough');
  });

  test('and a time limit are for the bytes of one file', async () => {
    const { web, emulator } = await setUp();
    emulator.control.faults.add({ match: { path: uploads }, fault: { kind: 'hang' }, times: 9 });
    const error = await rejection(uploadFiles(web, new File(['1'], 'a.txt'), { timeoutMs: 50, retries: 0 }));
    expect(error).toMatchObject({ kind: 'timeout', code: 'TIMEOUT' });
    expect((error as Error).message).toContain('a.txt');
  });
});
