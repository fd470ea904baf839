const replayed = /* @__PURE__ */ new WeakSet<object>();

/** Marks an event as fetched after a gap. */
export function markReplayed(event: object): void {
  replayed.add(event);
}

/**
 * Whether an event did not come over the connection but was fetched after a gap, by `catchUp`. The event itself looks as it
 * always does, so it is this very object that is known; a copy of it is not.
 *
 * @example
 * ```ts
 * import { isReplayed, type SlackRtm } from '@x/slack-rtm';
 *
 * export async function answer(slack: SlackRtm): Promise<void> {
 *   for await (const message of slack.messages()) {
 *     // A command from hours ago is better not carried out now.
 *     if (message.text === 'restart' && !isReplayed(message)) await slack.send(message.channel, 'On it');
 *   }
 * }
 * ```
 */
export function isReplayed(event: object): boolean {
  return replayed.has(event);
}
