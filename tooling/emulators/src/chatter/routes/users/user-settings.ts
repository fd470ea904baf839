import { render } from '../../render/render.js';
import { emailFrequencies, usualEmailFrequency } from '../../state/email-frequency.js';
import type { Answer, Call, Handlers } from '../call.js';
import { selfOf } from '../found.js';

export const userSettingsHandlers: Handlers = {
  'GET /chatter/users/{userId}/settings': readSettings,
  'PATCH /chatter/users/{userId}/settings': changeSettings,
};

function readSettings(call: Call): Answer {
  const { id } = selfOf(call);
  const values = { defaultGroupEmailFrequency: usualEmailFrequency(call.state, id) };
  return { status: 200, body: render('UserChatterSettings', values, call.context) };
}

/** Changes what groups that are joined from now on begin with. */
async function changeSettings(call: Call): Promise<Answer> {
  const { id } = selfOf(call);
  const { fields } = await call.input();
  const wanted = fields.needChoice('defaultGroupEmailFrequency', emailFrequencies);
  call.state.emailFrequencies.set(id, wanted);
  return readSettings(call);
}
