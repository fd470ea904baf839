/** An object as it goes over the wire. */
export type Wire = Readonly<Record<string, unknown>>;

/** Leaves out what is undefined: the service omits empty fields, it never sends null for them. */
export function present(fields: Wire): Wire {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Unix seconds with a fraction, as messages and read marks carry. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** ISO with milliseconds, as profiles and clients carry. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
