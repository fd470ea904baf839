/** What kinds of files there are, by the end of their names: what they are sent as, and what the service calls them. */
const types: Readonly<Record<string, { readonly mimeType: string; readonly fileType: string }>> = {
  bmp: { mimeType: 'image/bmp', fileType: 'Bmp' },
  css: { mimeType: 'text/css', fileType: 'Css' },
  csv: { mimeType: 'text/csv', fileType: 'Csv' },
  doc: { mimeType: 'application/msword', fileType: 'Word' },
  docx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileType: 'WordX',
  },
  gif: { mimeType: 'image/gif', fileType: 'Gif' },
  htm: { mimeType: 'text/html', fileType: 'Html' },
  html: { mimeType: 'text/html', fileType: 'Html' },
  jpeg: { mimeType: 'image/jpeg', fileType: 'Jpeg' },
  jpg: { mimeType: 'image/jpeg', fileType: 'Jpg' },
  json: { mimeType: 'application/json', fileType: 'Json' },
  mov: { mimeType: 'video/quicktime', fileType: 'Mov' },
  mp3: { mimeType: 'audio/mpeg', fileType: 'Mp3' },
  mp4: { mimeType: 'video/mp4', fileType: 'Mp4' },
  pdf: { mimeType: 'application/pdf', fileType: 'Pdf' },
  png: { mimeType: 'image/png', fileType: 'Png' },
  ppt: { mimeType: 'application/vnd.ms-powerpoint', fileType: 'PowerPoint' },
  pptx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    fileType: 'PowerPointX',
  },
  svg: { mimeType: 'image/svg+xml', fileType: 'Svg' },
  txt: { mimeType: 'text/plain', fileType: 'Text' },
  xls: { mimeType: 'application/vnd.ms-excel', fileType: 'Excel' },
  xlsx: { mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fileType: 'ExcelX' },
  xml: { mimeType: 'application/xml', fileType: 'Xml' },
  zip: { mimeType: 'application/zip', fileType: 'Zip' },
};

const bytesOfAnyKind = 'application/octet-stream';

/** The extension of the first name that has one, in small letters; empty for none. */
export function extensionOf(...names: readonly (string | undefined)[]): string {
  for (const name of names) {
    const extension = /[^.]\.([\dA-Za-z]{1,10})$/.exec(name ?? '')?.[1];
    if (extension !== undefined) return extension.toLowerCase();
  }
  return '';
}

/** The content type of an extension; of an unknown one what the sender said, who mostly says nothing of worth. */
export function mimeTypeOf(extension: string, said: string): string {
  return types[extension]?.mimeType ?? (said === '' ? bytesOfAnyKind : said);
}

export function fileTypeOf(extension: string): string {
  if (extension === '') return 'Unknown';
  return types[extension]?.fileType ?? extension.charAt(0).toUpperCase() + extension.slice(1);
}
