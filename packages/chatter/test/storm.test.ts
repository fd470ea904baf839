import type { ChatterControl, Control, Fault, RecordedRequest } from '@x/emulators';
import { createRandom } from '@x/emulators/frame';
import { expect, test } from 'vitest';
import { isServiceError, type Chatter } from '../src/index.js';
import { setUp } from './setup.js';

const calls = 1000;
const atOnce = 100;
/** How many calls are over when the session ends, and when the org moves. */
const endings = [150, 300, 450, 600, 750];
const moving = 525;

/** What becomes of the first answer to a call. */
const troubles = {
  'lost on the way there': { kind: 'drop', when: 'before' },
  'lost on the way back': { kind: 'drop', when: 'after' },
  late: { kind: 'delay', ms: 50 },
  'too late': { kind: 'delay', ms: 1000 },
} as const satisfies Record<string, Fault>;
type Trouble = keyof typeof troubles;

/** How long a write waits whose answer is too late. A read waits longer than that. */
const timeoutMs = 250;

interface Plan {
  readonly number: number;
  readonly writes: boolean;
  readonly trouble: Trouble | undefined;
}

/** Half of the calls write, and a tenth is in for trouble. The same seed gives the same storm. */
function planStorm(seed: number): Plan[] {
  const random = createRandom(seed);
  return Array.from({ length: calls }, (_, number) => ({
    number,
    writes: random.integer(2) === 0,
    trouble: random.integer(10) > 0 ? undefined : random.pick(Object.keys(troubles) as Trouble[]),
  }));
}

const textOf = ({ number }: Plan): string => `storm ${number}`;

/** The number under which a call travels. */
const header = 'x-call';

/** Makes a call, and says whether it got what it had asked for. */
async function make(chatter: Chatter, plan: Plan, userId: string): Promise<boolean> {
  const options = { headers: { [header]: String(plan.number) } };
  if (plan.writes) {
    const limit = plan.trouble === 'too late' ? { timeoutMs } : {};
    const { feed_items } = chatter.feeds.news.me;
    const post = await feed_items.post({ text: textOf(plan) }, { ...options, ...limit });
    return post.body.text === textOf(plan);
  }
  if (plan.number % 2 === 0) {
    const me = await chatter.users.me({}, options);
    return me.id === userId;
  }
  const page = await chatter.feeds.news.me.feed_elements({ pageSize: 2 }, options);
  return page.elements.length === 2;
}

/** What has to become of a call. Of a write that was cut off, nobody can tell whether it was done. */
function expectedOf({ writes, trouble }: Plan): string {
  if (!writes || trouble === undefined || trouble === 'late') return 'done';
  return trouble === 'too late' ? 'timeout, not to be repeated' : 'network, not to be repeated';
}

async function outcomeOf(call: Promise<boolean>): Promise<string> {
  try {
    return (await call) ? 'done' : 'done, with a wrong answer';
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${error.kind}, ${error.retryable ? 'may' : 'not to'} be repeated`;
  }
}

/** Lets the first answer to each call become what is planned. */
function makeTrouble({ faults }: Control, plans: readonly Plan[]): void {
  for (const [name, fault] of Object.entries(troubles)) {
    const meant = new Set(
      plans.filter(({ trouble }) => trouble === name).map(({ number }) => String(number)),
    );
    const where = ({ headers }: RecordedRequest): boolean => meant.delete(headers[header] ?? '');
    faults.add({ match: { where }, fault, times: Infinity });
  }
}

/** Makes all calls, so many at once, and tells after each how many are over. Gives what became of them, by number. */
async function rage(
  plans: readonly Plan[],
  call: (plan: Plan) => Promise<boolean>,
  after: (over: number) => void,
): Promise<string[]> {
  const outcomes: string[] = [];
  const waiting = plans.values();
  let over = 0;
  const work = async (): Promise<void> => {
    for (const plan of waiting) {
      outcomes[plan.number] = await outcomeOf(call(plan));
      over += 1;
      after(over);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

/** How often each call got through to where it could do something, by number. */
function arrivals({ requests }: Control): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { headers, status } of requests.all) {
    const turnedAway = status === 401 || status === 302;
    if (turnedAway || !(header in headers)) continue;
    const number = Number(headers[header]);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** How often each text was posted. */
function textCounts(control: ChatterControl): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of control.posts()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

test('a storm of calls, with sessions that end and an org that moves, loses no read and repeats no write', async () => {
  const plans = planStorm(1);
  const { emulator, chatter } = await setUp({ allowedInstanceHosts: ['127.0.0.1'] });
  const { control, credentials } = emulator;
  makeTrouble(control, plans);
  let home = Promise.resolve(emulator.url);
  const outcomes = await rage(
    plans,
    (plan) => make(chatter, plan, credentials.userId),
    (over) => {
      if (endings.includes(over)) control.expireSessions();
      if (over === moving) home = control.moveInstance();
    },
  );

  const surprises = plans.filter((plan) => outcomes[plan.number] !== expectedOf(plan));
  expect(surprises.map((plan) => [plan, outcomes[plan.number]])).toEqual([]);

  const writes = plans.filter((plan) => plan.writes);
  const arrived = arrivals(control);
  const posted = textCounts(control);
  const timesOf = (plan: Plan): readonly number[] => [
    arrived.get(plan.number) ?? 0,
    posted.get(textOf(plan)) ?? 0,
  ];
  const done = writes.filter((plan) => expectedOf(plan) === 'done');
  expect(done.filter((plan) => timesOf(plan).some((times) => times !== 1))).toEqual([]);
  expect(writes.filter((plan) => timesOf(plan).some((times) => times > 1))).toEqual([]);

  expect(control.tokenRequests).toBe(endings.length + 1);
  await chatter.users.me();
  expect(control.requests.all.at(-1)?.headers['host']).toBe(new URL(await home).host);
  expect(control.faults.struck['drop']).toBe(
    plans.filter(({ trouble }) => trouble?.startsWith('lost') === true).length,
  );
}, 60_000);
