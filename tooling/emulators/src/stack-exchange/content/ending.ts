const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const monthAndDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** When something ends, as the service puts it: `in 5 hours`, or `on Oct 2 at 1:37` when that is more than a day away. */
export function endingWords(until: number, now: number): string {
  const left = until - now;
  if (left > dayMs) return `on ${monthAndDay.format(until)} at ${clockTime(until)}`;
  if (left > hourMs) return `in ${counted(left / hourMs, 'hour')}`;
  return left > minuteMs
    ? `in ${counted(left / minuteMs, 'minute')}`
    : `in ${counted(left / 1000, 'second')}`;
}

function counted(amount: number, unit: string): string {
  const whole = Math.max(1, Math.ceil(amount));
  return `${whole} ${whole === 1 ? unit : `${unit}s`}`;
}

function clockTime(at: number): string {
  const date = new Date(at);
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
}
