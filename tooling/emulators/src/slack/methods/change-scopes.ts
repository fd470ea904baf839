import { conversationScopes } from '../auth/scopes.js';

/** One of these is needed to change conversations; which one, depends on the kind of conversation. */
export const changeScopes: readonly string[] = ['channels:manage', ...conversationScopes('write')];
