import { invalidId, missingArgument, tooMany } from '../../errors.js';
import { keyPrefix, toLongId } from '../../ids.js';
import { render } from '../../render/render.js';
import { canFindGroup } from '../../state/group.js';
import type { Answer, Call, Handlers } from '../call.js';
import { canBeToldAt, placeOf } from './place.js';

const mostMentions = 25;

type Status = 'Ok' | 'Disallowed' | 'Inaccessible';

/** Whether mentions of users and groups in a message to be would be allowed, and would be seen. */
export const mentionValidationHandlers: Handlers = { 'GET /chatter/mentions/validations': validate };

function validate(call: Call): Answer {
  const placeId = placeOf(call, call.query.get('parentId') ?? '');
  // A list is written with commas, or as one parameter for each.
  const ids = call.query
    .getAll('recordIds')
    .flatMap((list) => list.split(','))
    .filter((id) => id !== '');
  if (ids.length === 0) throw missingArgument('recordIds');
  if (ids.length > mostMentions) throw tooMany('recordIds', mostMentions);
  const validations = ids.map((given) => {
    const recordId = toLongId(given);
    const isMentionable = recordId?.startsWith(keyPrefix.user) || recordId?.startsWith(keyPrefix.group);
    if (recordId === undefined || isMentionable !== true) throw invalidId(given);
    return { recordId, validationStatus: statusOf(recordId, placeId, call) };
  });
  const values = {
    hasErrors: validations.some(({ validationStatus }) => validationStatus !== 'Ok'),
    mentionValidations: validations.map((validation) =>
      render('MentionValidation', validation, call.context),
    ),
  };
  return { status: 200, body: render('MentionValidations', values, call.context) };
}

/** Nobody can mention who is not there for them; who is there may still not see the message. */
function statusOf(id: string, placeId: string, call: Call): Status {
  const { state, user } = call;
  const group = state.groups.get(id);
  const isThere =
    group === undefined
      ? state.users.get(id)?.isActive === true
      : canFindGroup(state, group, user.id) && !group.isArchived;
  if (!isThere) return 'Disallowed';
  return canBeToldAt(call, placeId, id) ? 'Ok' : 'Inaccessible';
}
