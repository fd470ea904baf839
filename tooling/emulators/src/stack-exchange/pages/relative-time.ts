const units = [
  ['year', 31_536_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const dayMs = 86_400_000;

/** `14s ago`, `49m ago`, `just now`; `n/a` for never. */
export function timeAgo(at: number | undefined, now: number): string {
  return describe(at, now, (count, unit) => `${count}${unit[0]} ago`);
}

/** `18 minutes ago`, as the pages about rooms have it. */
export function timeAgoInWords(at: number | undefined, now: number): string {
  return describe(at, now, (count, unit) => `${count} ${count === 1 ? unit : `${unit}s`} ago`);
}

function describe(
  at: number | undefined,
  now: number,
  inWords: (count: number, unit: string) => string,
): string {
  if (at === undefined) return 'n/a';
  const seconds = Math.floor((now - at) / 1000);
  const unit = units.find(([, size]) => seconds >= size);
  return unit === undefined ? 'just now' : inWords(Math.floor(seconds / unit[1]), unit[0]);
}

/** `2015-05-26`, in UTC as all times of the service. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `1:45 AM`, in UTC. */
export function clockTime(at: number): string {
  return new Date(at)
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
    .replaceAll('\u{202F}', ' ');
}

/** A time far from others: `1:45 AM` of today, `yst 1:45 AM`, `Sat 1:45 AM`, `Oct 3 1:45 AM`, `Oct 3, 2017 1:45 AM`. */
export function momentOf(at: number, now: number): string {
  const days = Math.floor(now / dayMs) - Math.floor(at / dayMs);
  if (days <= 0) return clockTime(at);
  if (days === 1) return `yst ${clockTime(at)}`;
  const date = new Date(at);
  const inWords = (parts: Intl.DateTimeFormatOptions): string =>
    date.toLocaleDateString('en-US', { ...parts, timeZone: 'UTC' });
  if (days < 7) return `${inWords({ weekday: 'short' })} ${clockTime(at)}`;
  const isThisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return `${inWords({ month: 'short', day: 'numeric', ...(isThisYear ? {} : { year: 'numeric' }) })} ${clockTime(at)}`;
}

/** `324`, `8.2k`, `17.6k`, `15k`. */
export function shortNumber(value: number): string {
  return value < 1_000 ? String(value) : `${Math.round(value / 100) / 10}k`;
}
