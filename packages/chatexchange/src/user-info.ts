import type { CallOptions } from '@x/http-core';
import { createBatch } from './batch.js';
import { fail } from './errors.js';
import type { ChatHttp } from './http.js';
import type { UserInfo } from './parse/user-info.js';

/** What the service says of a user in short. Rejects with `refused` / `NOT_FOUND` for whom it does not know. */
export type AskUserInfo = (id: number, call?: CallOptions) => Promise<UserInfo>;

/** Asks for all who are asked for at the same moment in one request, unless a call is to end in its own way. */
export function createUserInfo(http: ChatHttp): AskUserInfo {
  const together = createBatch<number, UserInfo>(async () => {
    const { loadUserInfo } = await import('./users.js');
    return (ids) => loadUserInfo(http, ids);
  });
  const alone = async (id: number, call: CallOptions): Promise<UserInfo | undefined> => {
    const { loadUserInfo } = await import('./users.js');
    return (await loadUserInfo(http, [id], call)).get(id);
  };
  return async (id, call) => {
    const info = await (call === undefined ? together(id) : alone(id, call));
    if (info !== undefined) return info;
    throw fail('refused', 'NOT_FOUND', `there is no user ${id} (any more)`);
  };
}
