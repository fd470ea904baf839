/** The old way to say what a message answers, which the service still reads: `:12345 text`. */
export function readReplyPrefix(
  text: string,
): { readonly parentId: number; readonly rest: string } | undefined {
  const found = /^:(\d+) ([^]*)$/.exec(text);
  if (found === null) return undefined;
  const [, id = '', rest = ''] = found;
  return { parentId: Number(id), rest };
}
