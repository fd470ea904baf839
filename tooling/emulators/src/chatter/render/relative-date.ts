const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const absolute = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const timeOfDay = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });

/** `3h ago`, or `September 18, 2020 at 6:35 AM` for what is older than a day. Everybody here lives in UTC and reads English. */
export function relativeDate(time: number, now: number): string {
  const age = now - time;
  if (age < minute) return 'Just now';
  if (age < hour) return `${Math.floor(age / minute)}m ago`;
  if (age < day) return `${Math.floor(age / hour)}h ago`;
  // Newer versions of ICU put a narrow space before AM and PM, which the service does not.
  return `${absolute.format(time)} at ${timeOfDay.format(time).replaceAll('\u202f', ' ')}`;
}
