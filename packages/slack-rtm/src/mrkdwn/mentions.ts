import { refuseArgument } from '../errors.js';
import { escapeMrkdwn } from './escape.js';

/** A label ends with a line, and with the token. */
const labelOf = (label: string | undefined): string =>
  label === undefined || label === '' ? '' : `|${escapeMrkdwn(label.replaceAll(/[\r\n]+/g, ' '))}`;

function checkId(id: string): string {
  return /^[A-Z0-9]+$/.test(id) ? id : refuseArgument('id', "an id like 'U024BE7LH'");
}

/**
 * A mention of somebody, who is told of it.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no id.
 * @example
 * ```ts
 * import { userMention } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = `${userMention('U024BE7LH')}: done`; // '<@U024BE7LH>: done'
 * ```
 */
export function userMention(id: string, label?: string): string {
  return `<@${checkId(id)}${labelOf(label)}>`;
}

/**
 * A conversation, which people can open.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no id.
 * @example
 * ```ts
 * import { channelMention } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = `see ${channelMention('C024BE91L')}`; // 'see <#C024BE91L>'
 * ```
 */
export function channelMention(id: string, label?: string): string {
  return `<#${checkId(id)}${labelOf(label)}>`;
}

/**
 * A mention of everybody in a group of users.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no id.
 * @example
 * ```ts
 * import { groupMention } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = groupMention('S012AB3CD'); // '<!subteam^S012AB3CD>'
 * ```
 */
export function groupMention(id: string, label?: string): string {
  return `<!subteam^${checkId(id)}${labelOf(label)}>`;
}

/**
 * A mention of many: those who are here now, all of the channel, or all of the workspace.
 *
 * @example
 * ```ts
 * import { broadcastMention } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = `${broadcastMention('here')} lunch`; // '<!here> lunch'
 * ```
 */
export function broadcastMention(range: 'here' | 'channel' | 'everyone'): string {
  return `<!${range}>`;
}

/**
 * A link. Addresses that stand in a text are found by Slack itself; this one has a text of its own.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no whole address.
 * @example
 * ```ts
 * import { link } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = link('https://example.org/?a=1&b=2', 'the page');
 * ```
 */
export function link(url: string, label?: string): string {
  if (!/^[a-z][a-z\d+.-]*:\S+$/i.test(url))
    refuseArgument('url', "a whole address like 'https://example.org/'");
  return `<${escapeMrkdwn(url.replaceAll('|', '%7C'))}${labelOf(label)}>`;
}

/** What a date is written with. */
export interface DateOptions {
  /**
   * Text with `{date_num}`, `{date}`, `{date_short}`, `{date_long}`, `{time}`, `{time_secs}`, `{ago}` and others in it.
   * Default `'{date_short} {time}'`.
   */
  readonly format?: string | undefined;
  /** What the date leads to. */
  readonly url?: string | undefined;
  /** Shown where dates are not understood. Default: the moment as ISO 8601. */
  readonly fallback?: string | undefined;
}

/**
 * A moment that everybody sees in their own time zone and language, to the second.
 *
 * @throws `usage` / `INVALID_REQUEST` for a date that is none or before 1970, and for a format with `^` in it.
 * @example
 * ```ts
 * import { dateText } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = `due ${dateText(new Date('2030-01-01T00:00:00Z'), { format: '{date_long}' })}`;
 * ```
 */
export function dateText(date: Date, options: DateOptions = {}): string {
  const { format = '{date_short} {time}', url } = options;
  if (!(date.getTime() >= 0)) refuseArgument('date', 'a moment since 1970');
  if (format === '' || /[\^|\r\n]/.test(format)) refuseArgument('format', 'a line without ^ and |');
  const target = url === undefined ? '' : `^${escapeMrkdwn(url.replaceAll('|', '%7C'))}`;
  const { fallback = date.toISOString() } = options;
  return `<!date^${Math.floor(date.getTime() / 1000)}^${escapeMrkdwn(format)}${target}${labelOf(fallback)}>`;
}
