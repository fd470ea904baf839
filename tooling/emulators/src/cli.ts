#!/usr/bin/env node
import { asJson, asListOfOff, asTable } from './cli/announce.js';
import { readArguments, usage, UsageError } from './cli/arguments.js';
import { untilItIsTimeToEnd } from './cli/lifetime.js';
import { closeServices, StartError, startServices } from './cli/start-services.js';

process.exitCode = await main(process.argv.slice(2));

/** Runs the command and returns its exit status. */
async function main(given: readonly string[]): Promise<number> {
  try {
    const wanted = readArguments(given);
    if (wanted.help) {
      console.log(usage);
      return 0;
    }
    if (wanted.off) {
      console.log(asListOfOff(wanted.services));
      return 0;
    }
    const ended = untilItIsTimeToEnd();
    const running = await startServices(wanted);
    console.log(wanted.json ? asJson(running, process.pid) : asTable(running));
    await ended;
    await closeServices(running);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof StartError)) throw error;
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}
