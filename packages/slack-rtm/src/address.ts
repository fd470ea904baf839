import { slackError } from './errors.js';

/** Slack's own hosts. */
const slackHost = /(^|\.)(slack\.com|slack-msgs\.com|slack-gov\.com)$/;

/**
 * The address of a socket as the service handed it out. It is taken only if it leads to Slack, or to the host of the root that
 * was configured: what is sent there is as private as what is sent to the Web API.
 */
export function checkAddress(value: unknown, baseUrl: string): string {
  const root = new URL(baseUrl);
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const home = url?.hostname === root.hostname;
  const secure = url?.protocol === 'wss:' && (home || slackHost.test(url.hostname));
  if (url !== undefined && (secure || (home && url.protocol === 'ws:' && root.protocol === 'http:')))
    return url.href;
  // Of an address that opens a connection, nothing but its origin.
  const where = url === undefined ? 'none that can be read' : url.origin;
  throw slackError(
    'protocol',
    'UNTRUSTED_ADDRESS',
    `rtm.connect gave an address that is not Slack’s (${where})`,
  );
}
