import type { CallOptions } from '@x/http-core';
import { act, tell } from './act.js';
import { refuseArgument } from './errors.js';
import { userId } from './ids.js';
import type { Context } from './model/context.js';
import type { AdministeredRoom } from './model/administered-room.js';
import type { User } from './model/user.js';
import { path } from './path.js';

/** What somebody may do in a room. `remove` takes back what was given, so that they may do what everybody may there. */
export type UserAccess = 'remove' | 'read-only' | 'read-write' | 'owner';

/** How somebody is kicked. */
export interface KickOptions extends CallOptions {
  /** In whole seconds, rounded up. Default: what the service has for a first, a second or a later time. */
  readonly durationMs?: number | undefined;
}

const accesses: readonly string[] = ['remove', 'read-only', 'read-write', 'owner'] satisfies UserAccess[];
const longestReason = 100;

/** Gives somebody rights in a room. */
export async function setAccess(
  context: Context,
  room: AdministeredRoom,
  user: User | number,
  access: UserAccess,
  call?: CallOptions,
): Promise<void> {
  const aclUserId = userId(user);
  if (!accesses.includes(access)) refuseArgument('access', 'remove, read-only, read-write or owner');
  await act(context, path`/rooms/setuseraccess/${room.id}`, { aclUserId, userAccess: access }, call);
  room.forget('owners', 'canTalk');
}

/** Sends somebody out of a room, and lets them only read there for a while. */
export async function kickMute(
  context: Context,
  room: AdministeredRoom,
  user: User | number,
  options: KickOptions = {},
): Promise<string> {
  const { durationMs, ...call } = options;
  const duration = durationMs === undefined ? undefined : seconds(durationMs, 1);
  const address = path`/rooms/kickmute/${room.id}`;
  const answer = await act<unknown>(context, address, { userId: userId(user), duration }, call);
  const { message } = Object(answer) as { readonly message?: unknown };
  return typeof message === 'string' ? message : '';
}

/** Silences a room for a while, or lets it talk again. */
export async function timeout(
  context: Context,
  room: AdministeredRoom,
  durationMs: number,
  reason: string,
  call?: CallOptions,
): Promise<string> {
  const duration = seconds(durationMs, 0);
  if (typeof reason !== 'string' || reason.length > longestReason) {
    refuseArgument('the reason', `a text of at most ${longestReason} characters`);
  }
  return (await tell(context, path`/rooms/timeout/${room.id}`, { duration, reason }, call)).text;
}

/** Freezes a room or thaws it. */
export async function setFrozen(
  context: Context,
  room: AdministeredRoom,
  on: boolean,
  call?: CallOptions,
): Promise<void> {
  await tell(context, path`/rooms/setfrozen/${room.id}`, { freeze: on }, call);
  room.learn({ frozen: on }).forget('canTalk');
}

/** Deletes a room or brings it back. */
export async function setDeleted(
  context: Context,
  room: AdministeredRoom,
  on: boolean,
  call?: CallOptions,
): Promise<void> {
  await tell(context, path`/rooms/setdeleted/${room.id}`, { delete: on }, call);
  room.learn({ deleted: on });
}

/** The service counts in whole seconds. */
function seconds(ms: number, least: number): number {
  return Number.isFinite(ms) && ms >= least
    ? Math.ceil(ms / 1000)
    : refuseArgument('durationMs', `a number of milliseconds from ${least}`);
}
