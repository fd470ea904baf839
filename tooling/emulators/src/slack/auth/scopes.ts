import { missingScope, SlackError } from '../errors.js';
import type { Service } from '../service.js';
import type { ConversationKind, Token } from '../state/model.js';

/** What classic apps and legacy tokens have: few scopes that allow much. */
export const classicScopes: readonly string[] = ['identify', 'read', 'post', 'client', 'apps'];

/** The granular scopes of a bot that reads public channels and posts. */
export const granularBotScopes: readonly string[] = [
  'channels:history',
  'channels:read',
  'chat:write',
  'im:write',
  'team:read',
  'users:read',
];

export const appLevelScopes: readonly string[] = ['connections:write', 'authorizations:read'];

/** Demands one of these scopes; the first one is named in the refusal. */
export function requireScope(
  { switches }: Pick<Service, 'switches'>,
  token: Token,
  accepted: readonly string[],
): void {
  const [needed] = accepted;
  if (!switches.scopes || needed === undefined) return;
  if (!accepted.some((scope) => token.scopes.includes(scope))) throw missingScope(needed, token.scopes);
}

const families: Readonly<Record<ConversationKind, string>> = {
  channel: 'channels',
  private: 'groups',
  mpim: 'mpim',
  im: 'im',
};

/** Demands the scope for what is done to this kind of conversation. */
export function requireConversationScope(
  service: Pick<Service, 'switches'>,
  token: Token,
  kind: ConversationKind,
  action: 'read' | 'history' | 'write',
): void {
  const broad = action === 'write' ? 'post' : 'read';
  // What bots need to change public channels has another name than what people need.
  const ofBots = kind === 'channel' && action === 'write' ? ['channels:manage'] : [];
  requireScope(service, token, [...ofBots, `${families[kind]}:${action}`, broad]);
}

/** The scopes that reach conversations of any kind, for the header that lists them. */
export function conversationScopes(action: 'read' | 'history' | 'write'): readonly string[] {
  const granular = Object.values(families).map((family) => `${family}:${action}`);
  return [...granular, action === 'write' ? 'post' : 'read'];
}

/** RTM works for classic apps and legacy tokens alone. */
export function requireClassic(token: Token): void {
  if (!token.classic) throw new SlackError('not_allowed_token_type');
}
