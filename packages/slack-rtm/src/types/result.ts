import type { OtherFields } from './open.js';

/** What is known of an answer beside its body. A page gets the id of the request, and nothing else of the headers. */
export interface ResultMeta {
  readonly status: number;
  /** Slack's id of the request, for its support. */
  readonly requestId?: string;
  /** The scopes of the token. */
  readonly scopes?: readonly string[];
  /** The scopes of which the method needs one. */
  readonly acceptedScopes?: readonly string[];
  /** What Slack warns of, by its words for it: `missing_charset`, `already_in_channel`. */
  readonly warnings: readonly string[];
  /** The same in sentences. */
  readonly messages: readonly string[];
  /** How often it was sent, counted from 1. */
  readonly attempt: number;
}

/** An answer of the Web API as Slack words it: always `ok`, since everything else is an error. */
export interface SlackAnswer extends OtherFields {
  readonly ok: true;
  readonly response_metadata?: {
    /** What `collect` follows; empty on the last page. */
    readonly next_cursor?: string;
    readonly warnings?: readonly string[];
    readonly messages?: readonly string[];
  };
}

/** An answer of the Web API, and what is known of it. */
export interface SlackResult extends SlackAnswer {
  /** What is known of the answer beside its body. It is not enumerable: neither a loop nor JSON shows it. */
  readonly meta: ResultMeta;
}
