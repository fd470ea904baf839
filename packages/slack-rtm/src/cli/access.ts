import type { SlackWebOptions } from '../options.js';
import { createSlackWeb, type SlackWeb } from '../web.js';
import { UsageError, type CommandLine, type OptionTable, type System } from './system.js';
import { textValue } from './values.js';

/** How every command that talks to Slack is told where it is. */
export const accessOptions: OptionTable = { 'base-url': { type: 'string' } };

export const accessUsage = `  --base-url URL          another root than Slack's own; or SLACK_BASE_URL

The token is read from SLACK_TOKEN, the cookie that a session token needs from SLACK_COOKIE.`;

/** A token is never an argument: everybody on the machine can see those. */
export function accessOf(system: System, line: CommandLine): SlackWebOptions & { readonly token: string } {
  const { env } = system;
  const token = env['SLACK_TOKEN'];
  if (!token) throw new UsageError('SLACK_TOKEN is not set; it holds the token');
  return {
    token,
    baseUrl: baseUrlFor(system, line),
    cookie: env['SLACK_COOKIE'] || undefined,
  };
}

export function baseUrlFor({ env }: System, line: CommandLine): string | undefined {
  return textValue(line, 'base-url') ?? (env['SLACK_BASE_URL'] || undefined);
}

/**
 * A Web API that has time: some apps may read a history once a minute only. It calls as fast as Slack takes it, and waits as
 * long as Slack says.
 */
export function patientWeb(system: System, line: CommandLine): SlackWeb {
  const hour = 3_600_000;
  return createSlackWeb({
    ...accessOf(system, line),
    rateLimit: 'retry',
    retries: 5,
    maxRetryAfterMs: hour,
    totalTimeoutMs: 2 * hour,
  });
}
