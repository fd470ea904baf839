/**
 * Whether a method only reads, which its name tells: `users.list`, `team.billing.info`, `chat.getPermalink`. Such a call may
 * be sent twice. It is cautious: a method that it does not know writes.
 */
export function isReading(method: string): boolean {
  return /^search\.\w+$|\.((list|get|lookup)([A-Z]\w*)?|(\w+I|i)nfo|\w+Logs|search|history|replies|members|conversations|identity|test|validate|count|query|bulkGet)$/.test(
    method,
  );
}
