import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CallOptions, errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const reminder = (method: string, options?: CallOptions, id = org.credentials.activityId) =>
  org.call(method, `/services/data/v66.0/connect/reminders/${id}`, options);

test('a task has a reminder, which is read, changed, deleted and set anew', async () => {
  expect((await reminder('GET')).body).toEqual({
    isReminderDisplayed: false,
    reminderDateTime: '2026-03-09T11:00:00.000Z',
  });
  expect(await reminder('PATCH', { json: { isReminderDisplayed: true } })).toMatchObject({
    status: 200,
    body: { isReminderDisplayed: true, reminderDateTime: '2026-03-09T11:00:00.000Z' },
  });
  expect((await reminder('DELETE')).status).toBe(204);
  expect((await reminder('DELETE')).status).toBe(404);
  expect((await reminder('GET')).status).toBe(404);
  const json = { reminderDateTime: '2026-11-22T16:00:00.000Z', isReminderDisplayed: 'false' };
  expect((await reminder('PUT', { json })).body).toEqual({ ...json, isReminderDisplayed: false });
});

test('only what is there and can be done has reminders', async () => {
  expect(errorOf(await reminder('GET', {}, org.credentials.recordId))).toMatchObject({
    status: 400,
    errorCode: 'INVALID_ID_FIELD',
  });
  expect((await reminder('GET', {}, '00T000000000001')).status).toBe(404);
  expect(errorOf(await reminder('PUT', { json: {} }))).toMatchObject({ errorCode: 'MISSING_ARGUMENT' });
  expect((await reminder('PUT', { json: { reminderDateTime: 'soon' } })).status).toBe(400);
  expect(errorOf(await reminder('PATCH', { json: {} }))).toMatchObject({ errorCode: 'MISSING_ARGUMENT' });
});
