import { typesByName } from './corrections/types.js';
import type { Property, TypeExpression } from './model.js';
import type { RawProperty } from './raw.js';
import { parseType } from './type-expression.js';

/** Versions are texts such as `31.0`, one of them with a doubt: `24.0?`. */
export function parseVersion(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/** Makes a property of what the tables say; `notation` is a type that corrects theirs, and so is `isNeeded`. */
export function toProperty(raw: RawProperty, notation?: string, isNeeded = false): Property {
  const type = byName(raw.name, parseType(notation ?? raw.type ?? typesByName[raw.name] ?? 'String'));
  const since = parseVersion(raw.since);
  const until = parseVersion(raw.until);
  const values = raw.type?.startsWith('String. One of')
    ? ['CreatedDateDesc', 'LastModifiedDateDesc']
    : raw.enum;
  const group = raw.group === 'S' || raw.group === 'M' || raw.group === 'B' ? raw.group : undefined;
  const preset = parseDefault(raw, type, values);
  return {
    name: raw.name,
    type,
    required: isNeeded || (raw.required ?? false),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(group && { group }),
    ...(values && { enum: values }),
    ...(preset !== undefined && { default: preset }),
    ...(raw.min !== undefined && { min: raw.min }),
    ...(raw.max !== undefined && { max: raw.max }),
    ...(raw.maxItemsOrLen !== undefined && type.kind !== 'boolean' && { maxLength: raw.maxItemsOrLen }),
    ...(raw.minNonWildcardChars !== undefined && { minSearchLength: raw.minNonWildcardChars }),
  };
}

/** Dates and addresses are texts in the tables; their names tell them. */
function byName(name: string, type: TypeExpression): TypeExpression {
  if (type.kind !== 'string') return type;
  if (/url$/i.test(name)) return { kind: 'url' };
  return /date(?:time)?$/i.test(name) && !name.startsWith('relative') ? { kind: 'date' } : type;
}

/** Some defaults are a word, or a stray word of the sentence that had them. */
function parseDefault(
  raw: RawProperty,
  type: TypeExpression,
  values: readonly string[] | undefined,
): Property['default'] {
  const text = { zero: '0', seven: '7' }[raw.default ?? ''] ?? raw.default;
  if (text === undefined) return undefined;
  if (type.kind === 'integer') return /^\d+$/.test(text) ? Number(text) : undefined;
  if (type.kind === 'boolean') return /^(?:true|false)$/.test(text) ? text === 'true' : undefined;
  return values?.includes(text) || /^[A-Z]\w+$/.test(text) ? text : undefined;
}
