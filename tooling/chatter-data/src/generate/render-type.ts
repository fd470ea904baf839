import type { Property, TypeExpression } from '../model.js';
import { toTypeName } from './type-names.js';

/** A type in TypeScript. `use` hears of every name that it needs. */
export function renderType(
  type: TypeExpression,
  use: (name: string) => void,
  values?: readonly string[],
): string {
  if (type.kind === 'list') return `readonly ${parenthesize(renderType(type.of, use, values))}[]`;
  if (type.kind === 'map') return `Readonly<Record<string, ${renderType(type.of, use)}>>`;
  if (type.kind === 'one of') return type.types.map((each) => renderType(each, use)).join(' | ');
  if (type.kind === 'named') {
    use(toTypeName(type.name));
    return toTypeName(type.name);
  }
  if (type.kind !== 'string' || !values) return simple[type.kind];
  use('Open');
  return `Open<${values.map((value) => `'${value}'`).join(' | ')}>`;
}

const simple = {
  string: 'string',
  date: 'string',
  url: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  object: 'Readonly<Record<string, unknown>>',
  unknown: 'unknown',
} as const;

function parenthesize(type: string): string {
  return type.includes(' | ') && !type.endsWith('>') ? `(${type})` : type;
}

/** The name of a body type that stands alone. */
export function nameOf({ type }: Property): string | undefined {
  return type.kind === 'named' ? type.name : undefined;
}
