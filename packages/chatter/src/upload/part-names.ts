/** Under which name a path takes the bytes of a file. */
export function binaryPartName(path: string): string {
  if (/\/(banner-)?photo$/.test(path)) return 'fileUpload';
  return /\/(files|folders)\//.test(path) ? 'fileData' : 'feedElementFileUpload';
}

/** What goes along with a file, with the title that it needs where it is a new one. */
export function describeFile(path: string, title: string, input: unknown): unknown {
  const given = (input ?? {}) as Readonly<Record<string, unknown>>;
  if (path.includes('/files/users/')) return { title, ...given };
  if (path.includes('/folders/'))
    return { type: 'File', ...given, file: { title, ...(given['file'] as object) } };
  if (path.endsWith('/comments/items')) {
    return { ...given, capabilities: { content: { title }, ...(given['capabilities'] as object) } };
  }
  return input;
}
