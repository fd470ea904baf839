type Parts = Intl.DateTimeFormatOptions;

const day: Parts = { month: 'long', day: 'numeric', year: 'numeric' };
const short: Parts = { month: 'short', day: 'numeric', year: 'numeric' };
const time: Parts = { hour: 'numeric', minute: '2-digit' };

/** What a token shows. Those that tell a day by its distance from today show the day itself: a log is read later. */
function partsOf(token: string): Parts | undefined {
  switch (token) {
    case 'date_num':
      return { month: '2-digit', day: '2-digit', year: 'numeric' };
    case 'date':
    case 'date_pretty':
      return day;
    case 'date_short':
    case 'date_short_pretty':
      return short;
    case 'date_long':
    case 'date_long_pretty':
      return { weekday: 'long', ...day };
    case 'time':
      return time;
    case 'time_secs':
      return { ...time, second: '2-digit' };
    case 'ago':
      return { ...short, ...time };
    default:
      return undefined;
  }
}

/**
 * A moment in Slack's format and in English; `undefined` for a moment that no calendar holds.
 *
 * @throws `RangeError` for a time zone that does not exist.
 */
export function formatDate(seconds: number, format: string, timeZone = 'UTC'): string | undefined {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  return format.replaceAll(/\{(\w+)\}/g, (all, token: string) => {
    const parts = partsOf(token);
    if (parts === undefined) return all;
    // In Canada numbers of a date are in the order in which they sort.
    const locale = token === 'date_num' ? 'en-CA' : 'en-US';
    const text = new Intl.DateTimeFormat(locale, { timeZone, ...parts }).format(date);
    // Some versions part the time from AM and PM by a space that is narrow.
    return text.replaceAll('\u202F', ' ');
  });
}
