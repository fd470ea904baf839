import { path } from '../path.js';
import { appPath } from './calls.js';
import type { Sunshine } from './client.js';

/** The path of a conversation. */
export function conversationPath(sunshine: Sunshine, conversationId: string): string {
  return appPath(sunshine) + path`/conversations/${conversationId}`;
}
