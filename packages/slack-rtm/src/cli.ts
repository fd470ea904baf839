#!/usr/bin/env node
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { main } from './cli/main.js';
import { UsageError, type System } from './cli/system.js';
import { commandFiles } from './platform/command-files.node.js';

const { stdout, stderr } = process;
const over = new AbortController();
let isPipeBroken = false;
let shown = '';

/** Takes away the line that changes. */
function clear(): void {
  if (shown !== '') stderr.write('\r\u001B[K');
  shown = '';
}

const system: System = {
  env: process.env,
  version: versionIn(new URL('../package.json', import.meta.url)),
  signal: over.signal,
  files: commandFiles,
  parse(args, options) {
    try {
      return parseArgs({ args: [...args], options: { ...options }, allowPositionals: true });
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : 'the command line cannot be read');
    }
  },
  async write(text) {
    over.signal.throwIfAborted();
    if (stdout.isTTY) clear();
    if (!stdout.write(text)) await once(stdout, 'drain', { signal: over.signal });
  },
  tell(line) {
    clear();
    stderr.write(`${line}\n`);
  },
  progress(text) {
    if (!stderr.isTTY || text === shown) return;
    clear();
    shown = text.slice(0, Math.max(0, stderr.columns - 1));
    stderr.write(shown);
  },
};

function versionIn(manifest: URL): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}

// Whoever read has seen enough, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  isPipeBroken = error.code === 'EPIPE';
  over.abort(error);
});
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    over.abort(new Error(`stopped by ${name}`));
    // Who asks twice does not want to wait.
    process.once(name, () => process.exit(130));
  });
}

const code = await main(system, process.argv.slice(2));
clear();
process.exitCode = isPipeBroken ? 0 : code;
