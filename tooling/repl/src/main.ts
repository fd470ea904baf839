import { once } from 'node:events';
import { start } from 'node:repl';
import { openChatExchange } from './chatexchange.js';
import { feedLines } from './feed.js';
import type { OpenPrompt } from './prompt.js';

const prompts: Readonly<Record<string, OpenPrompt>> = { chatexchange: openChatExchange };

const usage = `Usage: pnpm repl ${Object.keys(prompts).join('|')}

A prompt of Node.js with a client ready: against the real service with credentials from the environment, else
against an emulator on this machine.`;

async function main(words: readonly string[]): Promise<number> {
  const [name = '', ...rest] = words.filter((word) => word !== '--');
  const open = prompts[name];
  if (open === undefined || rest.length > 0) {
    console.error(usage);
    return name === '--help' ? 0 : 2;
  }
  const prompt = await open(process.env);
  for (const line of prompt.welcome) console.log(line);
  const feed = process.stdin.isTTY ? undefined : feedLines(process.stdin);
  const server = start({ prompt: `${name}> `, input: feed?.input ?? process.stdin, output: process.stdout });
  const fill = (): void => void Object.assign(server.context, prompt.names);
  fill();
  server.on('reset', fill);
  feed?.begin(server);
  await once(server, 'exit');
  await prompt.close();
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
