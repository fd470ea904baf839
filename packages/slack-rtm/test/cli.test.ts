import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uploadFiles } from '../src/index.js';
import { extract, format, sortLog, writeLog } from '../src/logs/index.js';
import { behaviour } from './behaviours.js';
import { runCommand, startCommand, temporaryFolder } from './command.js';
import { textOf } from './logs.js';
import { setUpWeb, startEmulator } from './setup.js';

/** A workspace in which a few things were said. */
async function setUpTalk(count = 5) {
  const { emulator, web } = await setUpWeb();
  const { control, credentials } = emulator;
  const { channelId: channel, userName } = credentials;
  const said = Array.from({ length: count }, (_, index) => control.say(channel, userName, `number ${index}`));
  control.say(channel, userName, 'a reply', { threadTs: said[1] ?? '' });
  return { emulator, web, control, channel, userName, start: said[0] ?? '' };
}

describe('the command line', () => {
  test.each([[['--help']], [['tail', '--help']], [['extract', '--help']], [['format', '--help']]])(
    'tells how it is used: %s',
    async (args) => {
      const { code, stdout, stderr } = await runCommand(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: slack-rtm /);
    },
  );

  test('tells its version', async () => {
    const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(await runCommand(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([
    [[], 'a command is missing'],
    [['listen'], 'there is no command listen'],
    [['extract'], 'a conversation is missing'],
    [['extract', '#a', '#b'], 'one conversation at a time'],
    [['extract', '#a', '--bogus'], '--bogus'],
    [['extract', '#a', '--format', 'xml'], '--format must be one of ndjson, json'],
    [['extract', '#a', '--resume'], '--resume needs --out'],
    [['extract', '#a', '--page-size', 'x'], '--page-size must be a whole number'],
    [['extract', '#a', '--start', 'yesterday'], 'start must be'],
    [['extract', '#a', '--files', 'download'], '--files download needs --out'],
    [['extract', '#a', '--threads', '--no-threads'], '--no-threads'],
    [['format'], 'a file is missing'],
    [['format', '-', '--tz', 'Nowhere'], 'timeZone must be'],
    [['tail', 'general'], 'tail takes no general'],
  ])('is refused where it cannot be followed: %j', async (args, reason) => {
    const { code, stdout, stderr } = await runCommand(args, { env: { SLACK_TOKEN: 'xoxb-1' } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).toMatch(/Try: slack-rtm .*--help\n$/);
  });

  test.each([['tail'], ['extract', '#a']])('needs a token: %s %s', async (...args) => {
    const { code, stderr } = await runCommand(args);
    expect(code).toBe(2);
    expect(stderr).toContain('SLACK_TOKEN is not set');
  });

  test.each([['tail'], ['extract', 'C024BE91L']])(
    'tells that a token does not hold, without the token: %s %s',
    async (...args) => {
      const emulator = await startEmulator();
      const env = { SLACK_TOKEN: 'xoxb-not-a-token' };
      const { code, stdout, stderr } = await runCommand(args, { emulator, env });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('invalid_auth');
      expect(stderr).not.toContain('xoxb-not');
    },
  );

  test('does not blame the command line for what a proxy answered', async () => {
    const emulator = await startEmulator();
    emulator.control.faults.add({
      fault: { kind: 'status', status: 200, body: '<html>', headers: { 'content-type': 'text/html' } },
      times: Infinity,
    });
    const { code, stderr } = await runCommand(['extract', 'C024BE91L'], { emulator });
    expect(code).toBe(1);
    expect(stderr).toContain('answered text/html, not JSON');
    expect(stderr).not.toContain('--help');
  });
});

describe('extract', () => {
  test('writes what the function gives, in order of time', async () => {
    const { emulator, web, channel, start } = await setUpTalk();
    const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    const records = extract(web, { conversation: channel, start, tool: `@x/slack-rtm ${version}` });
    const { code, stdout, stderr } = await runCommand(['extract', channel, '--start', start], { emulator });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(await textOf(writeLog(sortLog(records))));
    expect(stdout.trim().split('\n')).toHaveLength(7);
    const list = await runCommand(['extract', channel, '--start', start, '--format', 'json'], { emulator });
    expect(JSON.parse(list.stdout)).toEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    );
  });

  test(
    behaviour(147, 'a run that was stopped is gone on with, and leaves the same log'),
    { timeout: 30_000 },
    async () => {
      const { emulator, control, channel, start } = await setUpTalk(9);
      const cwd = await temporaryFolder();
      const args = ['extract', channel, '--start', start, '--page-size', '2', '--out'];
      expect(await runCommand([...args, 'whole'], { emulator, cwd })).toMatchObject({ code: 0, stdout: '' });
      control.refuseMethod('conversations.history', 'access_denied', { skip: 3 });
      const stopped = await runCommand([...args, 'log'], { emulator, cwd });
      expect(stopped.code).toBe(1);
      expect(stopped.stderr).toContain('log.part; --resume goes on');
      expect(await readdir(cwd)).toEqual(['log.part', 'whole']);

      // What the process wrote when it was killed.
      const part = await readFile(join(cwd, 'log.part'), 'utf8');
      await writeFile(join(cwd, 'log.part'), `${part}${part.split('\n')[2]}\n{"type":"mess`);

      const refused = await runCommand([...args, 'log'], { emulator, cwd });
      expect(refused).toMatchObject({ code: 2 });
      expect(refused.stderr).toContain('go on with --resume');
      const other = await runCommand([...args, 'log', '--resume', '--no-threads'], { emulator, cwd });
      expect(other).toMatchObject({ code: 2 });
      expect(other.stderr).toContain('other options');

      const asked = control.requests.matching({ path: '/api/conversations.history' }).length;
      expect(await runCommand([...args, 'log', '--resume'], { emulator, cwd })).toMatchObject({ code: 0 });
      expect(control.requests.matching({ path: '/api/conversations.history' })).toHaveLength(asked + 2);
      expect(await readdir(cwd)).toEqual(['log', 'whole']);
      expect(await readFile(join(cwd, 'log'))).toEqual(await readFile(join(cwd, 'whole')));
    },
  );

  test('at Ctrl+C ends at once, and keeps what is there', async () => {
    const { emulator, control, channel } = await setUpTalk();
    const cwd = await temporaryFolder();
    control.faults.add({ match: { path: '/api/conversations.history' }, fault: { kind: 'hang' }, skip: 1 });
    const args = ['extract', channel, '--page-size', '2', '--out', 'log'];
    const { child, ended } = startCommand(args, { emulator, cwd });
    const calls = (): number => control.requests.matching({ path: '/api/conversations.history' }).length;
    await expect.poll(calls, { timeout: 10_000 }).toBe(2);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/^stopped after 2 messages, which are in log.part; --resume goes on\n$/);
    expect(await readdir(cwd)).toEqual(['log.part']);
  });

  test('is silent when nobody reads on', async () => {
    const { emulator, channel } = await setUpTalk(400);
    const { child, ended } = startCommand(['extract', channel], { emulator });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('saves files, and links to them', async () => {
    const { emulator, web, channel, start } = await setUpTalk();
    await uploadFiles(web, { content: new Uint8Array([1, 2, 3]), filename: '../a b.png' }, { channel });
    const cwd = await temporaryFolder();
    const args = ['extract', channel, '--start', start, '--out', 'log', '--files', 'download'];
    expect(await runCommand(args, { emulator, cwd })).toMatchObject({ code: 0, stderr: '' });
    const [saved = ''] = await readdir(join(cwd, 'log.files'));
    expect(saved).toMatch(/^F\w+-.*a b\.png$/);
    expect([...(await readFile(join(cwd, 'log.files', saved)))]).toEqual([1, 2, 3]);
    const { stdout } = await runCommand(['format', 'log'], { cwd });
    expect(stdout).toContain(`(log.files/${encodeURIComponent(saved)})`);
  });
});

describe('format', () => {
  test('writes what the function gives', async () => {
    const { web, channel, start } = await setUpTalk();
    const cwd = await temporaryFolder();
    const log = await textOf(writeLog(sortLog(extract(web, { conversation: channel, start }))));
    await writeFile(join(cwd, 'a.ndjson'), log);
    const file = { name: 'a.ndjson', records: sortLog(extract(web, { conversation: channel, start })) };
    const expected = await textOf(format([file], { timeZone: 'Europe/Vienna' }));
    const args = ['format', 'a.ndjson', '--tz', 'Europe/Vienna'];
    expect(await runCommand(args, { cwd })).toEqual({ code: 0, stdout: expected, stderr: '' });
    expect(await runCommand([...args, '--out', 'a.md'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(await readFile(join(cwd, 'a.md'), 'utf8')).toBe(expected);
    const { child, ended } = startCommand(['format', '-', '--tz', 'Europe/Vienna'], { cwd });
    child.stdin.end(log);
    expect((await ended).stdout).toBe(expected.replace('`a.ndjson`', '`-`'));
  });

  test('tells what it cannot read, and leaves no half of a file', async () => {
    const cwd = await temporaryFolder();
    expect((await runCommand(['format', 'a', '--out', 'b'], { cwd })).stderr).toContain('no such file');
    await writeFile(join(cwd, 'a'), 'no log');
    const { code, stderr } = await runCommand(['format', 'a', '--out', 'b'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('neither JSON nor lines of JSON');
    expect(await readdir(cwd)).toEqual(['a']);
  });
});

describe('tail', () => {
  test('writes events as they come, until Ctrl+C', async () => {
    const { emulator, control, channel, userName } = await setUpTalk();
    const { child, written, ended } = startCommand(['tail'], { emulator });
    await expect.poll(() => control.connections().length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => written.stdout).toContain('"hello"');
    const ts = control.say(channel, userName, 'the token is xoxb-1-secret');
    await expect.poll(() => written.stdout).toContain('the token is');
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(events).toContainEqual(expect.objectContaining({ type: 'message', ts, channel }));
    expect(stdout).not.toContain('secret');
    await expect.poll(() => control.connections()).toEqual([]);
  });

  test('writes lines for people, of the types that are wanted', async () => {
    const { emulator, control, channel, userName } = await setUpTalk();
    const args = ['tail', '--pretty', '--type', 'message', '--tz', 'UTC'];
    const { child, written, ended } = startCommand(args, { emulator });
    await expect.poll(() => control.connections().length, { timeout: 10_000 }).toBe(1);
    control.types(channel, userName);
    control.say(channel, userName, '*one*\n\u001B[31mtwo');
    await expect.poll(() => written.stdout).toContain('two');
    child.kill('SIGTERM');
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d #\w+ @\w+: one\n {9} \[31mtwo\n$/);
  });

  test('writes what comes by Socket Mode, without what lets others answer', async () => {
    const { emulator, control, channel, userName } = await setUpTalk();
    const { appToken: SLACK_APP_TOKEN, granularBotToken: SLACK_TOKEN } = emulator.credentials;
    const { child, written, ended } = startCommand(['tail'], {
      emulator,
      env: { SLACK_APP_TOKEN, SLACK_TOKEN },
    });
    await expect.poll(() => control.socketMode.connections().length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => written.stdout).toContain('"hello"');
    control.say(channel, userName, 'by Socket Mode');
    control.socketMode.slashCommand({ command: '/deploy', text: 'now', channel, user: userName });
    await expect.poll(() => written.stdout).toContain('by Socket Mode');
    await expect.poll(() => written.stdout).toContain('/deploy');
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('"response_url":"hidden"');
    expect(stdout).not.toMatch(/hooks|https?:[^"]*commands/);
    expect(stdout).not.toContain(SLACK_APP_TOKEN);
    expect(new Set(control.socketMode.deliveries().map(({ state }) => state))).toEqual(
      new Set(['acknowledged']),
    );
  });
});
