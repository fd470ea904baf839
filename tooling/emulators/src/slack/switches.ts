/** How fast one connection may send frames of one kind. */
export interface FloodLimit {
  readonly perSecond: number;
  readonly burst: number;
  /** How many refused frames in a row end the connection. */
  readonly patience: number;
}

/** What can be changed while the emulator runs: what nobody knows about the service, and limits that tests would trip over. */
export interface SlackSwitches {
  /** Answers calls beyond the documented tiers with 429 and `Retry-After`. Default false. */
  rateLimits: boolean;
  /** Refuses tokens that lack the scope of a method. Default true. */
  scopes: boolean;
  /** Answers `rtm.start` with its full lists, and the methods of each kind of conversation, as until 2021. Default false. */
  legacy: boolean;
  /** Refuses a token in the query, as for every app made since 2021. Default true. */
  refuseQueryTokens: boolean;
  /** Refuses a request with an `Origin` that a browser would have asked leave for first, in vain. Default false. */
  auditOrigins: boolean;
  /** Methods are also called without `/api` before their names. Default false. */
  methodsAtRoot: boolean;
  /**
   * Pages hold fewer items than asked for although more follow, as the service may do it: the first one item fewer, and
   * every second one after it nothing at all. Default false.
   */
  shortPages: boolean;
  /** Hides what was said more than so many days ago from `conversations.history`, which says `is_limited`. Default undefined: nothing. */
  historyDays: number | undefined;
  /** Sends a connection the `message` event of what it sent itself, besides the acknowledgement. Default false. */
  echoOwnMessages: boolean;
  /** After a reconnect, repeats a message whose acknowledgement got lost, with its `reply_to`. Default true. */
  replayLostReply: boolean;
  /** Whether `hello` tells more than its type. Default true. */
  richHello: boolean;
  /** Answers a dead socket address by this HTTP status instead of an `error` frame. Default undefined. */
  deadTicketStatus: number | undefined;
  /** How many bytes one frame may have before the connection ends. Default 16,384. */
  frameBytes: number;
  /** How many characters a message over RTM may have. Default 4,000. */
  messageCharacters: number;
  /** Default undefined: as many messages a second as anyone likes. */
  flood: FloodLimit | undefined;
  /** The same for frames of typing and presence: beyond it comes an `error` frame of code 17. Default undefined: no limit. */
  noticeFlood: FloodLimit | undefined;
  /** For how long somebody who is connected must do nothing to be away. Default 10 minutes. */
  awayAfterMs: number;
  /** How many connections one token may have; one more ends the oldest. Default undefined: any number. */
  connectionsPerToken: number | undefined;
  /** Ends a connection that has sent nothing for so long, with `goodbye`. Default undefined: never. */
  idleTimeoutMs: number | undefined;
  /** Ends a connection of this age, with `goodbye`. Default 8 hours. */
  maxAgeMs: number;
  /** How long a connection lives on after `goodbye`. Default 10 seconds. */
  goodbyeGraceMs: number;
  /** How often a connection is sent a `reconnect_url`; 0 for never. Default 60 seconds. */
  reconnectUrlEveryMs: number;
  /** How often an RTM connection is sent a ping of the WebSocket itself; 0 for never. Default 0. */
  pingEveryMs: number;
  /** Whether a connection made by a `reconnect_url` is said to have missed nothing, and is sent what it missed. Default true. */
  fastReconnect: boolean;
  /** How many Socket Mode connections one app may have. Default 10. */
  linksPerApp: number;
  /** Gives each envelope to a connection chosen at random, instead of to one after the other. Default false. */
  randomLinks: boolean;
  /** How long an envelope of Socket Mode waits for its acknowledgement. Default 3 seconds. */
  ackWindowMs: number;
  /** How long after it went unacknowledged an event is delivered again, for each further try. Default: at once, 1 and 5 minutes. */
  redeliverAfterMs: readonly number[];
  /** How many bytes make an acknowledgement too long, so that it is dropped without a word. Default 20,480. */
  ackBytes: number;
  /** Recycles a Socket Mode connection of this age. Default 18,060 seconds. */
  linkAgeMs: number;
  /** How long before that it is warned. Default 10 seconds. */
  linkWarningMs: number;
  /** How often a Socket Mode connection is pinged; 0 for never. Default 5 seconds. */
  linkPingEveryMs: number;
}

export function defaultSwitches(): SlackSwitches {
  return {
    rateLimits: false,
    scopes: true,
    legacy: false,
    refuseQueryTokens: true,
    auditOrigins: false,
    methodsAtRoot: false,
    shortPages: false,
    historyDays: undefined,
    echoOwnMessages: false,
    replayLostReply: true,
    richHello: true,
    deadTicketStatus: undefined,
    frameBytes: 16_384,
    messageCharacters: 4_000,
    flood: undefined,
    noticeFlood: undefined,
    awayAfterMs: 600_000,
    connectionsPerToken: undefined,
    idleTimeoutMs: undefined,
    maxAgeMs: 8 * 3_600_000,
    goodbyeGraceMs: 10_000,
    reconnectUrlEveryMs: 60_000,
    pingEveryMs: 0,
    fastReconnect: true,
    linksPerApp: 10,
    randomLinks: false,
    ackWindowMs: 3_000,
    redeliverAfterMs: [0, 60_000, 300_000],
    ackBytes: 20_480,
    linkAgeMs: 18_060_000,
    linkWarningMs: 10_000,
    linkPingEveryMs: 5_000,
  };
}
