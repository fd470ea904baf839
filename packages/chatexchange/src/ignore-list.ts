import type { CallOptions } from '@x/http-core';
import { tell } from './act.js';
import type { Context } from './model/context.js';
import type { User } from './model/user.js';
import { withoutDiamond } from './parse/room-info.js';
import { unexpectedAnswer } from './parse/unexpected.js';

/** Those whose messages the account does not want to see. */
export async function ignoredUsers(context: Context, call?: CallOptions): Promise<readonly User[]> {
  await context.me(call?.signal);
  const list = await context.http.json<unknown>('/users/ignorelist', call);
  if (!Array.isArray(list)) return unexpectedAnswer('/users/ignorelist', 'list');
  return list.map((each: unknown) => {
    const { id = each, name } = Object(each) as { readonly id?: unknown; readonly name?: unknown };
    if (typeof id !== 'number') return unexpectedAnswer('/users/ignorelist', 'id');
    const user = context.users.get(id);
    return typeof name === 'string' ? user.learn({ name: withoutDiamond(name) }) : user;
  });
}

/** Puts somebody on the list, or takes them off it. */
export async function ignore(context: Context, user: User, on: boolean, call?: CallOptions): Promise<void> {
  await tell(context, `/users/ignorelist/${on ? 'add' : 'remove'}`, { id: user.id }, call);
}
