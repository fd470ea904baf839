import { toBase64 } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import { fromBase64 } from './base64.js';

/** What stands between the length of a PKCS#8 key and the key itself: version 0, and that it is for RSA. */
const rsaHeader = [2, 1, 0, 48, 13, 6, 9, 42, 134, 72, 134, 247, 13, 1, 1, 1, 5, 0];
const sequence = 48;
const octetString = 4;

/**
 * A private key as PKCS#8 in PEM. Salesforce's tutorials make PKCS#1 (`BEGIN RSA PRIVATE KEY`), which is the same key
 * without a header. `\n` in two characters, as some environments keep line breaks, counts as one.
 */
export function toPkcs8(privateKey: string): string {
  const pem = privateKey.replaceAll('\\n', '\n');
  const [, label, body = ''] = /-----BEGIN ([A-Z ]+)-----([^-]+)-----END \1-----/.exec(pem) ?? [];
  if (label === 'PRIVATE KEY') return pem;
  // An encrypted PKCS#1 key has headers, and with them a colon.
  const bytes = label === 'RSA PRIVATE KEY' && !body.includes(':') && fromBase64(body);
  if (!bytes) {
    refuseOption(
      'privateKey',
      'an RSA key in PEM that is not encrypted; this makes one: openssl pkcs8 -topk8 -nocrypt -in key.pem',
    );
  }
  const key = [...rsaHeader, ...element(octetString, [...bytes])];
  const wrapped = toBase64(Uint8Array.from(element(sequence, key)));
  return `-----BEGIN PRIVATE KEY-----\n${wrapped}\n-----END PRIVATE KEY-----`;
}

/** An element of DER: its tag, its length, its content. */
function element(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  // A key of 16,384 bits still fits into two bytes of length.
  return [tag, ...(length < 128 ? [length] : [130, length >> 8, length & 255]), ...content];
}
