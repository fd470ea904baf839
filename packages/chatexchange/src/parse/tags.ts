import { decodeEntities } from './entities.js';

/** A tag with its slash, its name and its attributes. A quoted value may hold anything; what is no tag is text. */
export const tag: RegExp = /<(\/?)([a-z][\da-z]*)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;

/** An attribute of a tag; `undefined` where it has none of the name. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

/** An address that leaves out how it is spoken to, as the service writes those of its own sites. */
export function withScheme(address: string): string {
  return address.startsWith('//') ? `https:${address}` : address;
}
