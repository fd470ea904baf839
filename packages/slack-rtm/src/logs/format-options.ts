import type { MarkdownOptions } from '../mrkdwn/to-markdown.js';

/** How a log is written. */
export interface FormatOptions {
  /** The zone of days and times, by its IANA name. Default `'UTC'`. */
  readonly timeZone?: string | undefined;
  /** Whether struck text is written as GitHub's Markdown has it, or as HTML, since CommonMark has nothing for it. Default `'gfm'`. */
  readonly flavour?: 'gfm' | 'commonmark' | undefined;
  /** Whether emoji are characters, where there is one, or names between colons. Default `'unicode'`. */
  readonly emoji?: 'unicode' | 'shortcode' | undefined;
  /** The workspace's own emoji, as `emoji.list` answers: they become images. Default: none. */
  readonly emojiList?: MarkdownOptions['emojiList'];
  /**
   * By which names people are called: those they have (`ann`), those that others see (`Ann Lee`), or what a function says of an
   * id, where it does. Default `'user'`.
   */
  readonly names?: 'user' | 'display' | ((id: string) => string | undefined) | undefined;
  /** What stands at the top. Default: the names of the conversations. */
  readonly title?: string | undefined;
  /** Stands at the top as when this was written. Default: nothing does, so that the same log is always the same text. */
  readonly generated?: Date | undefined;
}
