import { existsSync, readFileSync } from 'node:fs';
import { at } from './org.js';

const specification = new URL('../../../../../shared/spec/chatter.md', import.meta.url);

export const hasSamples: boolean = existsSync(specification);

/** A recorded answer that the specification prints, by the beginning of its title. */
export function sample(title: string): unknown {
  const text = readFileSync(specification, 'utf8');
  const [, json = ''] = text.slice(text.indexOf(`**${title}`)).split('```', 2);
  return JSON.parse(json.replace(/^json/, ''));
}

/** What a value is, without what it says: URLs by their parts, strings by their kind, lists by their first item. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, shapeOf(child)]));
  }
  if (typeof value !== 'string') return value === null ? null : typeof value;
  if (value.startsWith('/services/'))
    return value.replaceAll(/(?<=\/)[05]\w{17}/g, 'id').replace(/=.*/, '=…');
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(value)) return 'date';
  if (/^https?:/.test(value)) return `url ${new URL(value).pathname}`;
  return /^\w{18}$/.test(value) ? 'id' : 'text';
}

/** The shape of an object without some of its properties, each named by its path. */
export function shapeWithout(value: unknown, ...paths: readonly string[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const path of paths) {
    const parent = path.includes('.') ? at(copy, path.slice(0, path.lastIndexOf('.'))) : copy;
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, name);
  }
  return shapeOf(copy);
}
