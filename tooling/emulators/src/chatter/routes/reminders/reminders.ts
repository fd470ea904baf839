import { invalidId, missingArgument } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import { readDate } from '../../input/read-date.js';
import { isoDate } from '../../render/context.js';
import { render } from '../../render/render.js';
import type { Reminder } from '../../state/reminder.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

export const reminderHandlers: Handlers = {
  'GET /connect/reminders/{activityId}': (call) => answer(call, reminderOf(call)),
  'PUT /connect/reminders/{activityId}': setReminder,
  'PATCH /connect/reminders/{activityId}': changeReminder,
  'DELETE /connect/reminders/{activityId}': (call) => {
    reminderOf(call);
    call.state.reminders.delete(activityIdOf(call));
    return { status: 204 };
  },
};

/** Activity Reminder. */
function answer(call: Call, { at, isDisplayed }: Reminder): Answer {
  const values = { isReminderDisplayed: isDisplayed, reminderDateTime: at === null ? null : isoDate(at) };
  return { status: 200, body: render('ActivityReminder', values, call.context) };
}

/** Sets a reminder in the place of the one that may be there. */
async function setReminder(call: Call): Promise<Answer> {
  const activityId = activityIdOf(call);
  const { fields } = await call.input();
  const date = fields.needText('reminderDateTime');
  const reminder = {
    at: readDate('reminderDateTime', date),
    isDisplayed: fields.boolean('isReminderDisplayed') ?? false,
  };
  call.state.reminders.set(activityId, reminder);
  return answer(call, reminder);
}

async function changeReminder(call: Call): Promise<Answer> {
  const reminder = reminderOf(call);
  const { fields } = await call.input();
  const isDisplayed = fields.boolean('isReminderDisplayed');
  const date = fields.text('reminderDateTime');
  if (isDisplayed === undefined) throw missingArgument('isReminderDisplayed');
  if (date !== undefined) reminder.at = readDate('reminderDateTime', date);
  reminder.isDisplayed = isDisplayed;
  return answer(call, reminder);
}

function reminderOf(call: Call): Reminder {
  return found(call.state.reminders.get(activityIdOf(call)));
}

/** The id of a task or an event that is there. */
function activityIdOf(call: Call): string {
  const id = call.id('activityId');
  if (!id.startsWith(keyPrefix.task) && !id.startsWith(keyPrefix.event)) {
    throw invalidId(call.part('activityId'));
  }
  return found(call.state.records.get(id)).id;
}
