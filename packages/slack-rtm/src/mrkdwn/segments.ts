/** Text as people read it, without entities. It may hold line breaks. */
export interface TextSegment {
  readonly type: 'text';
  readonly text: string;
}

/** Bold, italic or struck text. It holds no line break, no quote and no preformatted text. */
export interface EmphasisSegment {
  readonly type: 'bold' | 'italic' | 'strike';
  readonly content: readonly InlineSegment[];
}

/** Code within a line, or in lines of its own. */
export interface CodeSegment {
  readonly type: 'code' | 'preformatted';
  readonly text: string;
}

/** Quoted lines. */
export interface QuoteSegment {
  readonly type: 'quote';
  readonly content: readonly MrkdwnSegment[];
  /** Whether everything to the end is quoted, as `>>>` does. */
  readonly toEnd: boolean;
}

/** Somebody, a conversation or a group of users by its id. `label` is the name that the text itself brings along. */
export interface MentionSegment {
  readonly type: 'user' | 'channel' | 'usergroup';
  readonly id: string;
  readonly label?: string;
}

/** Everybody who is here, in the channel or in the workspace. */
export interface BroadcastSegment {
  readonly type: 'broadcast';
  readonly range: 'here' | 'channel' | 'everyone' | 'group';
  readonly label?: string;
}

/** A web address, or one of mail or telephone. */
export interface LinkSegment {
  readonly type: 'link';
  readonly url: string;
  readonly label?: string;
}

/** A moment that everybody sees in their own time zone. */
export interface DateSegment {
  readonly type: 'date';
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** With tokens such as `{date_short}` and `{time}`. */
  readonly format: string;
  readonly url?: string;
  /** What is shown where dates are not understood. */
  readonly fallback: string;
}

/** An emoji by its name, without colons. */
export interface EmojiSegment {
  readonly type: 'emoji';
  readonly name: string;
  /** 2 (light) to 6 (dark). */
  readonly skinTone?: number;
}

/** `<!…>` of a kind that is documented nowhere. */
export interface SpecialSegment {
  readonly type: 'special';
  readonly name: string;
  readonly label?: string;
}

/** What stands within a line. */
export type InlineSegment =
  | TextSegment
  | EmphasisSegment
  | (CodeSegment & { readonly type: 'code' })
  | MentionSegment
  | BroadcastSegment
  | LinkSegment
  | DateSegment
  | EmojiSegment
  | SpecialSegment;

/** A part of a text in mrkdwn. One after the other they make the text; line breaks are in those of type `text`. */
export type MrkdwnSegment = InlineSegment | QuoteSegment | (CodeSegment & { readonly type: 'preformatted' });
