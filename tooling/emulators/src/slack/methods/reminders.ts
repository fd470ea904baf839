import { SlackError } from '../errors.js';
import type { Reminder } from '../state/reminder.js';
import type { Answer, Call, MemberMethod } from './method.js';

const daySeconds = 86_400;
const unitSeconds: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: daySeconds,
  week: 7 * daySeconds,
};

const shared = { tier: 'tier 2', access: 'member' } as const;
const read = ['reminders:read', 'read'];
const write = ['reminders:write', 'post'];

/** What people want to be reminded of. It is kept; nobody is reminded. */
export const reminderMethods: readonly MemberMethod[] = [
  { ...shared, name: 'reminders.add', json: true, scopes: write, handle: add },
  { ...shared, name: 'reminders.complete', json: true, scopes: write, handle: complete },
  {
    ...shared,
    name: 'reminders.delete',
    json: true,
    scopes: write,
    handle(call) {
      call.service.store.reminders.delete(reminderOf(call).id);
      return {};
    },
  },
  {
    ...shared,
    name: 'reminders.info',
    json: false,
    scopes: read,
    handle: (call) => ({ reminder: shown(reminderOf(call)) }),
  },
  {
    ...shared,
    name: 'reminders.list',
    json: false,
    scopes: read,
    handle(call) {
      requirePerson(call);
      const own = [...call.service.store.reminders.values()].filter(
        ({ creatorId, userId }) => creatorId === call.user.id || userId === call.user.id,
      );
      return { reminders: own.map((reminder) => shown(reminder)) };
    },
  },
];

function add(call: Call): Answer {
  requirePerson(call);
  const { service, args, user } = call;
  const whose = service.store.users.get(args.text('user') ?? user.id);
  if (whose === undefined) throw new SlackError('user_not_found');
  if (whose.botId !== undefined) throw new SlackError('cannot_add_bot');
  const text = args.requiredText('text');
  const when = args.requiredText('time');
  const isRecurring = /^every\b/i.test(when);
  const reminder: Reminder = {
    id: service.ids.reminder(),
    creatorId: user.id,
    userId: whose.id,
    text,
    time: isRecurring ? undefined : timeOf(when, Math.floor(service.clock.now() / 1_000)),
    completed: 0,
  };
  service.store.reminders.set(reminder.id, reminder);
  return { reminder: shown(reminder) };
}

function complete(call: Call): Answer {
  const reminder = reminderOf(call);
  if (reminder.time === undefined) throw new SlackError('cannot_complete_recurring');
  const completed = Math.floor(call.service.clock.now() / 1_000);
  call.service.store.reminders.set(reminder.id, { ...reminder, completed });
  return {};
}

function reminderOf(call: Call): Reminder {
  requirePerson(call);
  const { service, args, user } = call;
  const reminder = service.store.reminders.get(args.text('reminder') ?? '');
  if (reminder === undefined || (reminder.creatorId !== user.id && reminder.userId !== user.id)) {
    throw new SlackError('not_found');
  }
  return reminder;
}

/** A time of Unix, seconds from now within a day, or words such as `in 15 minutes` and `tomorrow`. */
function timeOf(when: string, now: number): number {
  const [, count, unit = ''] = /^(?:in )?(\d+) ?(\w+?)s?$/i.exec(when) ?? [];
  const seconds = unitSeconds[unit.toLowerCase()];
  if (/^\d+$/.test(when)) return Number(when) <= daySeconds ? now + Number(when) : Number(when);
  if (seconds !== undefined) return now + Number(count) * seconds;
  if (/^tomorrow$/i.test(when)) return now + daySeconds;
  throw new SlackError('cannot_parse');
}

/** Bots remember nothing. */
function requirePerson({ user }: Call): void {
  if (user.botId !== undefined) throw new SlackError('not_allowed_token_type');
}

function shown({ id, creatorId, userId, text, time, completed }: Reminder): Answer {
  return {
    id,
    creator: creatorId,
    user: userId,
    text,
    recurring: time === undefined,
    ...(time === undefined ? {} : { time, complete_ts: completed }),
  };
}
