import { readScriptText } from './document.js';
import { unexpectedPage } from './unexpected.js';

/** What became of an upload: the address of the picture, or why there is none. */
export type UploadResult = { readonly url: string } | { readonly refusal: string };

/** Reads the script that an upload is answered with. */
export function parseUpload(html: string): UploadResult {
  const refusal = readVariable(html, 'error');
  if (refusal) return { refusal };
  const url = readVariable(html, 'result');
  return url ? { url } : unexpectedPage('/upload/image', 'result');
}

function readVariable(html: string, name: string): string | undefined {
  const found = new RegExp(`\\bvar\\s+${name}\\s*=\\s*(["'])((?:\\\\.|(?!\\1)[^\\\\])*)\\1`, 's').exec(
    html,
  )?.[2];
  return found === undefined ? undefined : readScriptText(found);
}
