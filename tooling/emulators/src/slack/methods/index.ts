import { oauthAccess } from '../oauth/oauth-access.js';
import { oauthV2Access } from '../oauth/oauth-v2-access.js';
import { oauthV2Exchange } from '../oauth/oauth-v2-exchange.js';
import { toolingTokensRotate } from '../oauth/tooling-tokens-rotate.js';
import { apiTest } from './api-test.js';
import { appsConnectionsOpen } from './apps-connections-open.js';
import { appsEventAuthorizationsList } from './apps-event-authorizations-list.js';
import { authRevoke } from './auth-revoke.js';
import { authTest } from './auth-test.js';
import { bookmarkMethods } from './bookmarks.js';
import { pinMethods } from './pins.js';
import { reactionMethods } from './reactions.js';
import { starMethods } from './stars.js';
import { botsInfo } from './bots-info.js';
import { chatDelete } from './chat-delete.js';
import { chatGetPermalink } from './chat-get-permalink.js';
import { chatMeMessage } from './chat-me-message.js';
import { chatPostEphemeral } from './chat-post-ephemeral.js';
import { scheduleMethods } from './chat-schedule.js';
import { streamMethods } from './chat-stream.js';
import { chatUnfurl } from './chat-unfurl.js';
import { chatPostMessage } from './chat-post-message.js';
import { chatUpdate } from './chat-update.js';
import { conversationsArchive, conversationsUnarchive } from './conversations-archive.js';
import { conversationsCreate, conversationsRename } from './conversations-create.js';
import { conversationsInvite } from './conversations-invite.js';
import { conversationsClose, conversationsMark } from './conversations-mark.js';
import { conversationsJoin, conversationsKick, conversationsLeave } from './conversations-membership.js';
import { conversationsSetPurpose, conversationsSetTopic } from './conversations-notes.js';
import { conversationsHistory } from './conversations-history.js';
import { conversationsInfo } from './conversations-info.js';
import { conversationsList, usersConversations } from './conversations-list.js';
import { conversationsMembers } from './conversations-members.js';
import { conversationsOpen } from './conversations-open.js';
import { conversationsReplies } from './conversations-replies.js';
import type { Method } from './method.js';
import { authTeamsList } from './auth-teams-list.js';
import { legacyConversationMethods } from './legacy-conversations.js';
import { rtmStart } from './rtm-start.js';
import { switchedOffMethods } from './switched-off.js';
import { rtmConnect } from './rtm-connect.js';
import { teamInfo } from './team-info.js';
import { fileMethods } from './files.js';
import { uploadMethods } from './files-upload.js';
import { dndMethods } from './dnd.js';
import { emojiList } from './emoji-list.js';
import { searchMessages } from './search-messages.js';
import { usergroupMethods } from './usergroups.js';
import { usersLookupByEmail } from './users-lookup-by-email.js';
import { presenceMethods } from './users-presence.js';
import { profileMethods } from './users-profile.js';
import { usersInfo } from './users-info.js';
import { usersList } from './users-list.js';

const methods = new Map<string, Method>(
  [
    apiTest,
    appsConnectionsOpen,
    appsEventAuthorizationsList,
    authRevoke,
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
    ...scheduleMethods,
    ...streamMethods,
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
    ...pinMethods,
    ...reactionMethods,
    oauthAccess,
    oauthV2Access,
    oauthV2Exchange,
    rtmConnect,
    rtmStart,
    ...legacyConversationMethods,
    ...switchedOffMethods,
    authTeamsList,
    ...starMethods,
    teamInfo,
    toolingTokensRotate,
    usersConversations,
    usersInfo,
    usersList,
    ...dndMethods,
    ...usergroupMethods,
    ...profileMethods,
    ...presenceMethods,
    ...fileMethods,
    ...uploadMethods,
    emojiList,
    searchMessages,
    usersLookupByEmail,
  ].map((method) => [method.name, method]),
);

export function findMethod(name: string): Method | undefined {
  return methods.get(name);
}
