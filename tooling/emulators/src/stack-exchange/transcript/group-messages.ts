import type { Message } from '../state/model.js';

const newGroupAfterMs = 600_000;
const newTimeAfterMs = 900_000;
const pauseMs = 3_600_000;
const groupsPerTime = 6;

/** What one person said in one go. */
export interface MessageGroup {
  readonly userId: number;
  readonly messages: readonly [Message, ...Message[]];
  /** Whether the time of its first message is shown with it. */
  readonly showsTime: boolean;
  /** How long it was silent before, in milliseconds, when that was long enough to be told. */
  readonly pause: number | undefined;
}

/**
 * Messages as pages show them: those of one author together until somebody else speaks or ten minutes pass; a time a quarter of an
 * hour after the last one that was shown, and at the latest with every sixth group.
 */
export function groupMessages(messages: readonly Message[]): MessageGroup[] {
  const groups: MessageGroup[] = [];
  let lastTime: number | undefined;
  let groupsSinceTime = 0;
  for (const together of withoutInterruption(messages)) {
    const [first] = together;
    const before = groups.at(-1)?.messages.at(-1)?.postedAt ?? first.postedAt;
    const pause = first.postedAt - before;
    groupsSinceTime += 1;
    const showsTime =
      lastTime === undefined ||
      first.postedAt - lastTime >= newTimeAfterMs ||
      groupsSinceTime >= groupsPerTime;
    if (showsTime) {
      lastTime = first.postedAt;
      groupsSinceTime = 0;
    }
    groups.push({
      userId: first.userId,
      messages: together,
      showsTime,
      pause: pause > pauseMs ? pause : undefined,
    });
  }
  return groups;
}

function withoutInterruption(messages: readonly Message[]): [Message, ...Message[]][] {
  const runs: [Message, ...Message[]][] = [];
  for (const message of messages) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const goesOn =
      previous?.userId === message.userId && message.postedAt - previous.postedAt <= newGroupAfterMs;
    if (run !== undefined && goesOn) run.push(message);
    else runs.push([message]);
  }
  return runs;
}
