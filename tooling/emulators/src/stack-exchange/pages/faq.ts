import { html, type Html } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';

/** How to write and to reply. */
export function faqPage(context: PageContext): Html {
  return chatPage(context, {
    title: 'Chat FAQ',
    content: html`
      <div class="subheader"><h1>Chat FAQ</h1></div>
      <h2 id="formatting">How do I format a message?</h2>
      <p>
        A single line knows <b>**bold**</b>, <i>*italic*</i>, <strike>---strike---</strike>,
        <code>\`code\`</code>, [links](https://example.com) and [tag:tags]. Several lines are shown as they
        are; with four blanks before each of them they are code.
      </p>
      <h2 id="replies">How do I reply to somebody?</h2>
      <p>Use the arrow behind a message, or call somebody by @ and how their name begins.</p>
      <h2 id="mistakes">How do I correct what I wrote?</h2>
      <p>Within two minutes you can edit or delete your own messages.</p>
      ${fkeyField(context.fkey)}
    `,
  });
}
