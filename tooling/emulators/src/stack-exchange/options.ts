import type { EmulatorOptions } from '../frame/index.js';

/** An account that can log in on every site and may talk in the room of the credentials. */
export interface StackExchangeAccount {
  /** The id at `chat.stackexchange.com`, which is what a loopback address stands for. */
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The first two are ordinary users, so that one can talk to another; `owner` and `moderator` follow. */
export type StackExchangeAccounts = readonly [
  StackExchangeAccount,
  StackExchangeAccount,
  ...StackExchangeAccount[],
];

export interface StackExchangeCredentials {
  /** A public room of `chat.stackexchange.com`. */
  readonly roomId: number;
  readonly accounts: StackExchangeAccounts;
  /** Owns the room of the credentials and room 12. */
  readonly owner: StackExchangeAccount;
  /** A moderator, who may do in every room what its owners may, and more. */
  readonly moderator: StackExchangeAccount;
}

/** Every option beside the common ones stands for something that nobody outside the service knows for sure, or that has changed. */
export interface StackExchangeEmulatorOptions extends EmulatorOptions {
  /** How often a silent socket is sent a sign of life. Default 25,000. */
  readonly keepAliveMs?: number;
  /** How long somebody without a socket is still shown in a room. Default 3 minutes. */
  readonly leaveAfterMs?: number;
  /** How many events a server remembers. A client that has missed more is told to start anew. Default 10,000. */
  readonly retainedEvents?: number;
  /** Before September 2025 the content of a reply began with `@Name`. Default false. */
  readonly legacyReplies?: boolean;
  /** Since autumn 2025 replies carry `parent_username` and `parent_text`. Default true. */
  readonly replyFields?: boolean;
  /** Where the room page lists who is there: since November 2020 in an attribute, before in a script. Default `attribute`. */
  readonly presence?: 'attribute' | 'script';
  /**
   * Which addresses that stand alone are shown in a box: pictures and quoted messages, whose boxes are known, or all kinds that the
   * service has, by their class alone. Default `known`.
   */
  readonly oneboxes?: 'known' | 'all';
  /** Whether the history of a room has an entry of its own where nobody said anything for more than an hour. Default false. */
  readonly timeBreaks?: boolean;
  /** How transcripts show what a reply answers: by an arrow, or since September 2025 with the words of the parent. Default `2025`. */
  readonly replyMarkup?: '2018' | '2025';
  /** From how many messages a day on its transcript comes in parts of whole hours. Default 150. */
  readonly transcriptPageSize?: number;
  /** What a text that is too long gets: a sentence, as today, or an error page, as in old times. Default `sentence`. */
  readonly tooLong?: 'sentence' | 'error page';
  /** Whether an edit that names no parent leaves a reply what it is. Default true. */
  readonly editsKeepReply?: boolean;
  /** What becomes of an old reply prefix (`:12345 `) in a text whose form names the parent, too: it stays text or goes. Default `stays`. */
  readonly prefixBesideParent?: 'stays' | 'goes';
  /** The reputation that it takes to talk: 1 since January 2026, before 20. Default 1. */
  readonly talkReputation?: number;
  /** How long an own star can be withdrawn; later that does nothing, without a word. Default 2 minutes. */
  readonly starSettlesAfterMs?: number;
  /** Whether owners are told of flags in their rooms, as was announced for 2026. Default false. */
  readonly ownersSeeFlags?: boolean;
  /** Whether the cookie of the chat keeps somebody logged in when `acct` is gone. Default false. */
  readonly chatCookieSuffices?: boolean;
  /** Whether a socket that comes back is sent what it missed in all rooms of its user, or only in its own. Default `own`. */
  readonly resumes?: 'own' | 'all';
}

export type ResolvedOptions = Required<Omit<StackExchangeEmulatorOptions, keyof EmulatorOptions>>;

export function resolveOptions(options: StackExchangeEmulatorOptions): ResolvedOptions {
  return {
    keepAliveMs: options.keepAliveMs ?? 25_000,
    leaveAfterMs: options.leaveAfterMs ?? 3 * 60_000,
    retainedEvents: options.retainedEvents ?? 10_000,
    legacyReplies: options.legacyReplies ?? false,
    replyFields: options.replyFields ?? true,
    presence: options.presence ?? 'attribute',
    oneboxes: options.oneboxes ?? 'known',
    timeBreaks: options.timeBreaks ?? false,
    replyMarkup: options.replyMarkup ?? '2025',
    transcriptPageSize: options.transcriptPageSize ?? 150,
    tooLong: options.tooLong ?? 'sentence',
    editsKeepReply: options.editsKeepReply ?? true,
    prefixBesideParent: options.prefixBesideParent ?? 'stays',
    talkReputation: options.talkReputation ?? 1,
    starSettlesAfterMs: options.starSettlesAfterMs ?? 2 * 60_000,
    ownersSeeFlags: options.ownersSeeFlags ?? false,
    chatCookieSuffices: options.chatCookieSuffices ?? false,
    resumes: options.resumes ?? 'own',
  };
}
