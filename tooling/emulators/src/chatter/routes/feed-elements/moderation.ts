import type { Fields } from '../../input/fields.js';
import { readId } from '../../input/ids.js';
import { tooLong } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import type { JsonObject } from '../../render/json.js';
import { renderModerationFlags } from '../../render/moderation.js';
import { render } from '../../render/render.js';
import type { ModerationFlag } from '../../state/post.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { fileOf } from '../files/found-file.js';
import { commentOf, found, postOf } from '../found.js';

const ofPost = '/chatter/feed-elements/{feedElementId}/capabilities/moderation';
const ofComment = '/chatter/comments/{commentId}/moderation-flags';
const ofFile = '/connect/files/{fileId}/moderation-flags';
const longestNote = 4_000;

/** Something that people can find unfit. */
interface Flagged {
  readonly flags: Map<string, ModerationFlag>;
  readonly describe: () => JsonObject;
}

export const moderationHandlers: Handlers = {
  [`GET ${ofPost}`]: (call) => ({ status: 200, body: flaggedPost(call).describe() }),
  [`POST ${ofPost}`]: (call) => flag(flaggedPost(call), call),
  [`DELETE ${ofPost}`]: (call) => unflag(flaggedPost(call), call),
  [`GET ${ofComment}`]: (call) => ({ status: 200, body: flaggedComment(call).describe() }),
  [`POST ${ofComment}`]: (call) => flag(flaggedComment(call), call),
  [`DELETE ${ofComment}`]: (call) => unflag(flaggedComment(call), call),
  [`GET ${ofFile}`]: (call) => ({ status: 200, body: flaggedFile(call).describe() }),
  [`POST ${ofFile}`]: (call) => flag(flaggedFile(call), call),
  [`DELETE ${ofFile}`]: (call) => unflag(flaggedFile(call), call),
};

/** Of a post it is a capability. */
function flaggedPost(call: Call): Flagged {
  const { id, flags } = postOf(call);
  const path = `/chatter/feed-elements/${id}/capabilities/moderation`;
  return {
    flags,
    describe: () => {
      const moderationFlags = renderModerationFlags(flags, path, call.context);
      return render('ModerationCapability', { moderationFlags }, call.context);
    },
  };
}

function flaggedComment(call: Call): Flagged {
  const { id, flags } = commentOf(call);
  const path = `/chatter/comments/${id}/moderation-flags`;
  return { flags, describe: () => renderModerationFlags(flags, path, call.context) };
}

function flaggedFile(call: Call): Flagged {
  const { id, flags } = fileOf(call);
  const path = `/connect/files/${id}/moderation-flags`;
  return { flags, describe: () => renderModerationFlags(flags, path, call.context) };
}

/** Everybody has one flag on a thing; another one takes its place. */
async function flag({ flags, describe }: Flagged, call: Call): Promise<Answer> {
  const { fields } = await call.input();
  const type = fields.choice('type', ['FlagAsInappropriate', 'FlagAsSpam']) ?? 'FlagAsInappropriate';
  const visibility = fields.choice('visibility', ['ModeratorsOnly', 'SelfAndModerators']) ?? 'ModeratorsOnly';
  flags.set(call.user.id, {
    id: call.state.ids.next(keyPrefix.moderationFlag),
    userId: call.user.id,
    type,
    note: readNote(fields),
    visibility,
    createdAt: wholeSecond(call.context.now),
  });
  return { status: 201, body: describe() };
}

/** Takes back one's own flag, or that of the user named. */
function unflag({ flags }: Flagged, call: Call): Answer {
  const given = call.query.get('userId');
  const userId = given === null ? call.user.id : readId(given, keyPrefix.user);
  found(flags.delete(userId) ? userId : undefined);
  return { status: 204 };
}

function readNote(fields: Fields): string | null {
  const note = fields.text('note') ?? null;
  if (note !== null && note.length > longestNote) throw tooLong('note', longestNote);
  return note;
}
