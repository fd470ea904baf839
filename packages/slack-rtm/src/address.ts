import { slackError } from './errors.js';

/** Slack's own hosts. */
const slackHost = /(^|\.)(slack\.com|slack-msgs\.com|slack-gov\.com)$/;

/** Whether a host is one of them. */
export function isSlackHost(hostname: string): boolean {
  return slackHost.test(hostname);
}

/**
 * An address as a method handed it out: of a socket, or for bytes. It is taken only if it leads to Slack, or to the host of the
 * root that was configured: what is sent there is as private as what is sent to the Web API.
 */
export function checkAddress(
  value: unknown,
  baseUrl: string,
  method = 'rtm.connect',
  scheme: 'ws' | 'http' = 'ws',
): string {
  const root = new URL(baseUrl);
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const home = url?.hostname === root.hostname;
  const secure = url?.protocol === `${scheme}s:` && (home || isSlackHost(url.hostname));
  if (url !== undefined && (secure || (home && url.protocol === `${scheme}:` && root.protocol === 'http:')))
    return url.href;
  // Of an address that opens a connection, nothing but its origin.
  const where = url === undefined ? 'none that can be read' : url.origin;
  throw slackError(
    'protocol',
    'UNTRUSTED_ADDRESS',
    `${method} gave an address that is not Slack’s (${where})`,
  );
}
