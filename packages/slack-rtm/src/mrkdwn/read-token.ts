import { unescapeMrkdwn } from './escape.js';
import type { InlineSegment } from './segments.js';

const labelled = (label: string | undefined): { readonly label?: string } =>
  label === undefined || label === '' ? {} : { label: unescapeMrkdwn(label) };

const mentions = { '@': 'user', '#': 'channel' } as const;

/** What stands between `<` and `>`; `undefined` when it is only text. */
export function readToken(inner: string): InlineSegment | undefined {
  const bar = inner.indexOf('|');
  const head = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : inner.slice(bar + 1);
  const sign = head.charAt(0);
  if (sign === '@' || sign === '#') {
    const id = head.slice(1);
    return /^[A-Z0-9]+$/.test(id) ? { type: mentions[sign], id, ...labelled(label) } : undefined;
  }
  if (sign === '!') return readSpecial(head.slice(1), label);
  return /^[a-z][a-z\d+.-]*:\S/i.test(head)
    ? { type: 'link', url: unescapeMrkdwn(head), ...labelled(label) }
    : undefined;
}

function readSpecial(head: string, label: string | undefined): InlineSegment | undefined {
  if (head === 'here' || head === 'channel' || head === 'everyone' || head === 'group') {
    return { type: 'broadcast', range: head, ...labelled(label) };
  }
  const [kind, first = '', second = '', ...rest] = head.split('^');
  if (kind === 'subteam' && /^[A-Z0-9]+$/.test(first) && second === '') {
    return { type: 'usergroup', id: first, ...labelled(label) };
  }
  if (kind === 'date' && /^\d{1,11}$/.test(first) && second !== '') {
    const url = unescapeMrkdwn(rest.join('^'));
    return {
      type: 'date',
      timestamp: Number(first),
      format: unescapeMrkdwn(second),
      ...(url !== '' && { url }),
      fallback: unescapeMrkdwn(label ?? ''),
    };
  }
  return head === '' ? undefined : { type: 'special', name: unescapeMrkdwn(head), ...labelled(label) };
}
