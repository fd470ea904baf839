const escapes: Readonly<Record<string, string>> = {
  '<': String.raw`\u003c`,
  '>': String.raw`\u003e`,
  '&': String.raw`\u0026`,
  "'": String.raw`\u0027`,
};

/** JSON as the service writes it, in which nothing looks like HTML. */
export function toWireJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[<>&']/g, (character) => escapes[character] ?? character);
}

/** Milliseconds as the whole seconds of the wire. */
export function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
