/** The name and password of HTTP Basic. */
export function basicOf(request: Request): { readonly name: string; readonly password: string } | undefined {
  const encoded = /^\s*Basic\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString();
  const colon = decoded.indexOf(':');
  return colon === -1 ? undefined : { name: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}
