import { typeNotations } from './corrections/types.js';
import type { TypeExpression } from './model.js';
import { findName } from './names.js';

const plain: Readonly<Record<string, TypeExpression>> = {
  String: { kind: 'string' },
  Datetime: { kind: 'date' },
  URL: { kind: 'url' },
  Integer: { kind: 'integer' },
  Long: { kind: 'integer' },
  Double: { kind: 'number' },
  Boolean: { kind: 'boolean' },
  Object: { kind: 'object' },
  Unknown: { kind: 'unknown' },
};

/** Reads what a type column says. Throws on what is neither a notation nor the name of a body type. */
export function parseType(text: string): TypeExpression {
  const notation = typeNotations[text.trim()] ?? text.trim();
  const alternatives = notation.split('|').map((part) => parseAlternative(part.trim()));
  const [only, ...others] = alternatives;
  return only && others.length === 0 ? only : { kind: 'one of', types: alternatives };
}

function parseAlternative(notation: string): TypeExpression {
  const list =
    /^(?<item>.*)\[\]$/.exec(notation)?.groups?.['item'] ??
    /^List<(?<item>.*)>$/.exec(notation)?.groups?.['item'];
  if (list !== undefined) return { kind: 'list', of: parseAlternative(list) };
  const mapped = /^Map<String, (?<value>.*)>$/.exec(notation)?.groups?.['value'];
  if (mapped !== undefined) return { kind: 'map', of: parseAlternative(mapped) };
  const found = plain[notation];
  if (found) return found;
  const name = findName(notation);
  if (name === undefined) throw new Error(`No body type is called ${JSON.stringify(notation)}.`);
  return { kind: 'named', name };
}
