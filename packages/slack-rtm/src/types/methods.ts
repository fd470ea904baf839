import type { CallOptions } from '@x/http-core';
import type { SlackArguments } from '../calls/arguments.js';
import type { MethodName } from './method-names.js';
import type { ChatMethods } from './methods/chat.js';
import type { ConversationMethods } from './methods/conversations.js';
import type { FileMethods } from './methods/files.js';
import type { MarkMethods } from './methods/marks.js';
import type { OAuthMethods } from './methods/oauth.js';
import type { PeopleMethods } from './methods/people.js';
import type { TeamMethods } from './methods/team.js';
import type { OtherFields } from './open.js';
import type { SlackResult } from './result.js';

/** The methods whose arguments and answers are known. Others are typed by whoever calls them. */
export interface Methods
  extends
    ChatMethods,
    ConversationMethods,
    FileMethods,
    MarkMethods,
    OAuthMethods,
    PeopleMethods,
    TeamMethods {}

/** A method by its name. */
export type CallMethod<Name extends string> = Name extends keyof Methods
  ? object extends Methods[Name]['arguments']
    ? (args?: Methods[Name]['arguments'], call?: CallOptions) => Promise<Methods[Name]['result']>
    : (args: Methods[Name]['arguments'], call?: CallOptions) => Promise<Methods[Name]['result']>
  : <Result = OtherFields>(args?: SlackArguments, call?: CallOptions) => Promise<SlackResult & Result>;

type Head<Name extends string> = Name extends `${infer First}.${string}` ? First : Name;
type Tail<Name extends string, First extends string> = Name extends `${First}.${infer Rest}` ? Rest : never;

/** The documented methods as a chain of names. */
export type MethodTree<Name extends string = MethodName, Prefix extends string = ''> = {
  readonly [First in Head<Name>]: (First extends Name ? CallMethod<`${Prefix}${First}`> : unknown) &
    ([Tail<Name, First>] extends [never] ? unknown : MethodTree<Tail<Name, First>, `${Prefix}${First}.`>);
};
