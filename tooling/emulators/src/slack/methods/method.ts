import type { Service } from '../service.js';
import type { Token, User } from '../state/model.js';
import type { Arguments } from '../wire/arguments.js';

/** How often a method may be called, in the terms of the documentation. */
export type Tier = 'tier 1' | 'tier 2' | 'tier 3' | 'tier 4' | 'auth.test' | 'chat.postMessage';

/** A call whose caller is known, as a method sees it. */
export interface Call {
  readonly service: Service;
  readonly args: Arguments;
  readonly token: Token;
  /** Whom the token acts as. */
  readonly user: User;
}

/** The answer without its `ok`, which the wire adds. */
export type Answer = Readonly<Record<string, unknown>>;

interface MethodFacts {
  readonly name: string;
  readonly tier: Tier;
  /** Whether its arguments may come as JSON. */
  readonly json: boolean;
}

/** A method that anybody may call. */
export interface OpenMethod extends MethodFacts {
  readonly access: 'open';
  readonly handle: (args: Arguments) => Answer;
}

/** A method for members of the workspace, people and bots. */
export interface MemberMethod extends MethodFacts {
  readonly access: 'member';
  /** One of them is needed; the header lists them. None for a method that every token may call. */
  readonly scopes: readonly string[];
  /** Whether it works for classic apps and legacy tokens alone, whatever their scopes. */
  readonly classicOnly?: boolean;
  /** What the limit is counted for beside the token, such as a channel. */
  readonly limitedBy?: (args: Arguments) => string;
  readonly handle: (call: Call) => Answer;
}

/** A method for members whose answer is a compressed file, and no JSON. Its refusals are as everywhere. */
export interface FileMethod extends MethodFacts {
  readonly access: 'file';
  readonly scopes: readonly string[];
  /** What is in the file, before it is compressed. */
  readonly handle: (call: Call) => string;
}

/** A method for app-level tokens, which take the header alone. */
export interface AppMethod extends MethodFacts {
  readonly access: 'app';
  readonly scopes: readonly string[];
  readonly handle: (service: Service, token: Token, args: Arguments) => Answer;
}

/** A call by somebody who proves by other means than a token who they are. */
export interface ClientCall {
  readonly service: Service;
  readonly args: Arguments;
  /** What came by HTTP Basic. */
  readonly basic: { readonly name: string; readonly password: string } | undefined;
  /** The token that came as an argument. */
  readonly token: string | undefined;
}

/** A method by which apps come by their tokens. */
export interface ClientMethod extends MethodFacts {
  readonly access: 'client';
  readonly handle: (call: ClientCall) => Answer;
}

export type Method = OpenMethod | MemberMethod | FileMethod | AppMethod | ClientMethod;
