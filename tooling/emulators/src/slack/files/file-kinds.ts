/** What the service takes a file for. */
export interface FileKind {
  readonly mimetype: string;
  readonly filetype: string;
  /** As people are shown it. */
  readonly prettyType: string;
}

const kinds: Readonly<Record<string, FileKind>> = {
  csv: { mimetype: 'text/csv', filetype: 'csv', prettyType: 'CSV' },
  gif: { mimetype: 'image/gif', filetype: 'gif', prettyType: 'GIF' },
  jpeg: { mimetype: 'image/jpeg', filetype: 'jpg', prettyType: 'JPEG' },
  jpg: { mimetype: 'image/jpeg', filetype: 'jpg', prettyType: 'JPEG' },
  json: { mimetype: 'application/json', filetype: 'json', prettyType: 'JSON' },
  md: { mimetype: 'text/markdown', filetype: 'markdown', prettyType: 'Markdown (raw)' },
  mp4: { mimetype: 'video/mp4', filetype: 'mp4', prettyType: 'MPEG 4 Video' },
  pdf: { mimetype: 'application/pdf', filetype: 'pdf', prettyType: 'PDF' },
  png: { mimetype: 'image/png', filetype: 'png', prettyType: 'PNG' },
  txt: { mimetype: 'text/plain', filetype: 'text', prettyType: 'Plain Text' },
  zip: { mimetype: 'application/zip', filetype: 'zip', prettyType: 'Zip' },
};

const unknownKind: FileKind = {
  mimetype: 'application/octet-stream',
  filetype: 'binary',
  prettyType: 'Binary',
};

/** Told by the end of its name. */
export function fileKindOf(name: string): FileKind {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return kinds[extension] ?? unknownKind;
}
