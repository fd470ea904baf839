const escapes: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A text without what Slack adds when it stores it, for comparing: the marks around links, and escapes. */
export function plainText(text: string): string {
  return text
    .replaceAll(/<([^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll(/&(?:lt|gt|amp);/g, (escaped) => escapes[escaped] ?? escaped)
    .trim();
}
