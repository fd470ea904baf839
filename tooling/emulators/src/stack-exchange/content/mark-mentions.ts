import { mapText } from './map-text.js';
import { isCalled, mentionPattern, nameOf } from './mentions.js';

/** The content of a message with marks where it calls its reader. Transcripts have them; the event feed leaves it to the page. */
export function markMentions(html: string, readerName: string): string {
  return mapText(html, (text) =>
    text.replaceAll(mentionPattern, (found: string, written: string) => {
      const name = nameOf(written);
      return isCalled(name, readerName)
        ? `<span class="mention">@${name}</span>${written.slice(name.length)}`
        : found;
    }),
  );
}
