const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, with the entities that the service uses. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** HTML without its tags. What was escaped stays escaped. */
export function withoutTags(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '');
}
