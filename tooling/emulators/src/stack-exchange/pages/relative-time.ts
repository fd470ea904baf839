const units = [
  ['y', 31_536_000],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

/** `14s ago`, `49m ago`, `just now`; `n/a` for never. */
export function timeAgo(at: number | undefined, now: number): string {
  if (at === undefined) return 'n/a';
  const seconds = Math.floor((now - at) / 1000);
  const unit = units.find(([, size]) => seconds >= size);
  return unit === undefined ? 'just now' : `${Math.floor(seconds / unit[1])}${unit[0]} ago`;
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

/** `324`, `8.2k`, `15k`. */
export function shortNumber(value: number): string {
  if (value < 1_000) return String(value);
  const thousands = value / 1_000;
  return `${thousands < 10 ? Math.floor(thousands * 10) / 10 : Math.floor(thousands)}k`;
}
