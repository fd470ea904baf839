/** Whether a page stands in place of a room that its reader may not enter. */
export function isPrivateRoom(html: string): boolean {
  return /<title\b[^>]*>\s*Access Denied/i.test(html) && /<h2\b[^>]*>\s*Private Room\s*<\/h2>/i.test(html);
}
