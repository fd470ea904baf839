import { refuseArgument } from './errors.js';
import { isTs } from './ts.js';

/** What a permalink points at. */
export interface PermalinkTarget {
  /** The id of a conversation. */
  readonly channel: string;
  /** The message, with six digits after the dot. */
  readonly ts: string;
  /** Of a reply: the message that began its thread. */
  readonly threadTs?: string | undefined;
}

const address = /^\/archives\/([A-Z][A-Z0-9]+)\/p(\d{1,12})(\d{6})$/;

/**
 * The address at which people open a message, made without asking Slack. `domain` is the workspace's: `acme` of
 * `https://acme.slack.com`, as in `slack.team?.domain`.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no domain, no id or no timestamp.
 * @example
 * ```ts
 * import { toPermalink, type NewMessage } from '@x/slack-rtm';
 *
 * export const linkTo = ({ channel, ts, thread_ts: threadTs }: NewMessage): string =>
 *   toPermalink('acme', { channel, ts, threadTs });
 * ```
 */
export function toPermalink(domain: string, { channel, ts, threadTs }: PermalinkTarget): string {
  if (!/^[\w-]+(\.enterprise)?$/.test(domain))
    refuseArgument('domain', "a workspace's: acme of acme.slack.com");
  if (!/^[A-Z][A-Z0-9]+$/.test(channel)) refuseArgument('channel', 'the id of a conversation');
  const link = `https://${domain}.slack.com/archives/${channel}/p${exactly('ts', ts).replace('.', '')}`;
  return threadTs === undefined || threadTs === ts
    ? link
    : `${link}?thread_ts=${exactly('threadTs', threadTs)}&cid=${channel}`;
}

/**
 * What a permalink points at; `undefined` when it is the address of no message of Slack's.
 *
 * @example
 * ```ts
 * import { fromPermalink } from '@x/slack-rtm';
 *
 * export const target = fromPermalink('https://acme.slack.com/archives/C024BE91L/p1355517523000005');
 * // { channel: 'C024BE91L', ts: '1355517523.000005' }
 * ```
 */
export function fromPermalink(link: string): PermalinkTarget | undefined {
  if (!URL.canParse(link)) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(link);
  const [, channel, seconds, micros] = address.exec(pathname) ?? [];
  const isSlack = protocol === 'https:' && hostname.endsWith('.slack.com');
  if (!isSlack || channel === undefined) return undefined;
  const threadTs = searchParams.get('thread_ts');
  return { channel, ts: `${seconds}.${micros}`, ...(isTs(threadTs) && { threadTs }) };
}

function exactly(argument: string, ts: string): string {
  return isTs(ts) ? ts : refuseArgument(argument, "a timestamp like '1355517523.000005'");
}
