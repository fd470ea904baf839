import { oauthAccess } from '../oauth/oauth-access.js';
import { oauthV2Access } from '../oauth/oauth-v2-access.js';
import { oauthV2Exchange } from '../oauth/oauth-v2-exchange.js';
import { toolingTokensRotate } from '../oauth/tooling-tokens-rotate.js';
import { adminAnalyticsGetFile } from './admin-analytics-get-file.js';
import { apiTest } from './api-test.js';
import { appsConnectionsOpen } from './apps-connections-open.js';
import { appsEventAuthorizationsList } from './apps-event-authorizations-list.js';
import { authRevoke } from './auth-revoke.js';
import { authTeamsList } from './auth-teams-list.js';
import { authTest } from './auth-test.js';
import { bookmarkMethods } from './bookmarks.js';
import { botsInfo } from './bots-info.js';
import { chatDelete } from './chat-delete.js';
import { chatGetPermalink } from './chat-get-permalink.js';
import { chatMeMessage } from './chat-me-message.js';
import { chatPostEphemeral } from './chat-post-ephemeral.js';
import { chatPostMessage } from './chat-post-message.js';
import { scheduleMethods } from './chat-schedule.js';
import { streamMethods } from './chat-stream.js';
import { chatUnfurl } from './chat-unfurl.js';
import { chatUpdate } from './chat-update.js';
import { conversationsArchive, conversationsUnarchive } from './conversations-archive.js';
import { conversationsCreate, conversationsRename } from './conversations-create.js';
import { conversationsHistory } from './conversations-history.js';
import { conversationsInfo } from './conversations-info.js';
import { conversationsInvite } from './conversations-invite.js';
import { conversationsList, usersConversations } from './conversations-list.js';
import { conversationsClose, conversationsMark } from './conversations-mark.js';
import { conversationsMembers } from './conversations-members.js';
import { conversationsJoin, conversationsKick, conversationsLeave } from './conversations-membership.js';
import { conversationsSetPurpose, conversationsSetTopic } from './conversations-notes.js';
import { conversationsOpen } from './conversations-open.js';
import { conversationsReplies } from './conversations-replies.js';
import { dndMethods } from './dnd.js';
import { emojiList } from './emoji-list.js';
import { remoteFileMethods } from './files-remote.js';
import { uploadMethods } from './files-upload.js';
import { fileMethods } from './files.js';
import { legacyConversationMethods } from './legacy-conversations.js';
import type { Method } from './method.js';
import { pinMethods } from './pins.js';
import { reactionMethods } from './reactions.js';
import { reminderMethods } from './reminders.js';
import { rtmConnect } from './rtm-connect.js';
import { rtmStart } from './rtm-start.js';
import { searchMessages } from './search-messages.js';
import { starMethods } from './stars.js';
import { switchedOffMethods } from './switched-off.js';
import { teamInfo } from './team-info.js';
import { teamProfileGet } from './team-profile-get.js';
import { usergroupMethods } from './usergroups.js';
import { usersIdentity } from './users-identity.js';
import { usersInfo } from './users-info.js';
import { usersList } from './users-list.js';
import { usersLookupByEmail } from './users-lookup-by-email.js';
import { presenceMethods } from './users-presence.js';
import { profileMethods } from './users-profile.js';
import { viewMethods } from './views.js';

const off: ReadonlySet<string> = new Set(switchedOffMethods.map((method) => method.name));

const methods = new Map<string, Method>(
  [
    adminAnalyticsGetFile,
    apiTest,
    appsConnectionsOpen,
    appsEventAuthorizationsList,
    authRevoke,
    authTeamsList,
    authTest,
    ...bookmarkMethods,
    botsInfo,
    chatDelete,
    chatGetPermalink,
    chatMeMessage,
    chatPostEphemeral,
    chatPostMessage,
    chatUnfurl,
    chatUpdate,
    conversationsArchive,
    conversationsClose,
    conversationsCreate,
    conversationsHistory,
    conversationsInfo,
    conversationsInvite,
    conversationsJoin,
    conversationsKick,
    conversationsLeave,
    conversationsList,
    conversationsMark,
    conversationsMembers,
    conversationsOpen,
    conversationsRename,
    conversationsReplies,
    conversationsSetPurpose,
    conversationsSetTopic,
    conversationsUnarchive,
    ...dndMethods,
    emojiList,
    ...fileMethods,
    ...legacyConversationMethods,
    oauthAccess,
    oauthV2Access,
    oauthV2Exchange,
    ...pinMethods,
    ...presenceMethods,
    ...profileMethods,
    ...reactionMethods,
    ...reminderMethods,
    ...remoteFileMethods,
    rtmConnect,
    rtmStart,
    ...scheduleMethods,
    searchMessages,
    ...starMethods,
    ...streamMethods,
    ...switchedOffMethods,
    teamInfo,
    teamProfileGet,
    toolingTokensRotate,
    ...uploadMethods,
    ...usergroupMethods,
    usersConversations,
    usersIdentity,
    usersInfo,
    usersList,
    usersLookupByEmail,
    ...viewMethods,
  ].map((method) => [method.name, method]),
);

export function findMethod(name: string): Method | undefined {
  return methods.get(name);
}

/** Whether a method has no state here: it is switched off, or nobody knows it. */
export function isSwitchedOff(name: string): boolean {
  return off.has(name) || !methods.has(name);
}
