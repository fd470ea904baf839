import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from '@x/testkit';
import { expect, test } from 'vitest';
import { compareTs } from '../src/index.js';
import { readLog } from '../src/logs/index.js';
import { behaviour } from './behaviours.js';
import { runCommand, temporaryFolder } from './command.js';
import { all, messagesIn } from './logs.js';
import { startEmulator, type SlackEmulator } from './setup.js';

// The built package, as its users run it.
const cwd = new URL('..', import.meta.url).pathname;
const count = 20_000;

/** A program that can ask for what nobody holds to be collected, and tells how much is held, in MiB. */
function measured(lines: string, args: readonly string[]): Promise<string> {
  return runNode(
    `import { createReadStream, createWriteStream } from 'node:fs';
     import { pipeline } from 'node:stream/promises';
     import { createSlackWeb } from '@x/slack-rtm';
     import { extract, format, readLog, sortLog, writeLog } from '@x/slack-rtm/logs';
     const [baseUrl, token, channel, log, text] = process.argv.slice(-5);
     const heaps = [];
     async function* watched(items) {
       let seen = 0;
       for await (const item of items) {
         if (seen++ % 2500 === 0) {
           globalThis.gc();
           heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
         }
         yield item;
       }
     }
     ${lines}
     console.log(JSON.stringify(heaps));`,
    { cwd, arguments: args, flags: ['--expose-gc'], timeoutMs: 90_000 },
  );
}

/** How much more was held later than at first, in MiB. */
function growth(printed: string): number {
  const [first = 0, ...later] = JSON.parse(printed) as number[];
  expect(later.length).toBeGreaterThan(6);
  return Math.max(...later) - first;
}

const sum = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Fills a channel: of a hundred messages one begins a thread, whose replies come between the next ones. */
function talk({ control, credentials }: SlackEmulator): { main: Set<string>; replies: Set<string> } {
  const { channelId: channel, userName, userId } = credentials;
  const [main, replies] = [new Set<string>(), new Set<string>()];
  const threads: string[] = [];
  for (let number = 0; main.size + replies.size < count; number += 1) {
    const ts = control.say(channel, userName, `Number ${number} of a *long* story, told to <@${userId}>`);
    main.add(ts);
    if (number % 100 === 0) threads.push(ts);
    const threadTs = threads.at(-1 - (number % 3)) ?? ts;
    if (number % 2 === 0) replies.add(control.say(channel, userName, `Reply to ${threadTs}`, { threadTs }));
  }
  return { main, replies };
}

test(
  behaviour(
    148,
    'a channel of 20,000 messages is extracted and formatted whole, in little memory, and always the same',
  ),
  async () => {
    const emulator = await startEmulator();
    const { main, replies } = talk(emulator);
    const { apiUrl, botToken, channelId: channel } = emulator.credentials;
    const folder = await temporaryFolder();
    const [log, text] = [join(folder, 'log'), join(folder, 'text')];
    const args = [apiUrl, botToken, channel, log, text];

    const extracting = await measured(
      `const web = createSlackWeb({ baseUrl, token, rateLimit: 'retry' });
       const records = extract(web, { conversation: channel, tool: '@x/slack-rtm 0.0.0' });
       await pipeline(writeLog(sortLog(watched(records))), createWriteStream(log));`,
      args,
    );
    expect(growth(extracting)).toBeLessThan(15);
    const found = messagesIn(await all(readLog([await readFile(log)]))).map(({ ts }) => ts);
    expect(found).toEqual(found.toSorted(compareTs));
    expect(found.filter((ts) => main.has(ts) || replies.has(ts))).toHaveLength(main.size + replies.size);

    const formatting = await measured(
      `const input = [{ name: 'log', records: readLog(createReadStream(log)) }];
       await pipeline(watched(format(input)), createWriteStream(text));`,
      args,
    );
    expect(growth(formatting)).toBeLessThan(15);
    const lines = (await readFile(text, 'utf8')).split('\n');
    expect(lines.filter((line) => line.includes('**: Number '))).toHaveLength(main.size);
    expect(lines.filter((line) => line.startsWith('> ') && line.includes('**: Reply to '))).toHaveLength(
      replies.size,
    );

    // Once more, by the command and in pages of another size.
    const again = ['extract', channel, '--out', 'again', '--page-size', '999'];
    expect(await runCommand(again, { emulator, cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    expect(sum(await readFile(join(folder, 'again')))).toBe(sum(await readFile(log)));
    const { stdout } = await runCommand(['format', 'log'], { cwd: folder });
    expect(sum(stdout)).toBe(sum(await readFile(text)));
  },
  120_000,
);
