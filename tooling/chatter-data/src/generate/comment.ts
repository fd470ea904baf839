import type { Property } from '../model.js';

/** A docs comment on one line, or on several if it is long or has tags. */
export function toComment(text: string, indent = '', tags: readonly string[] = []): string {
  if (text === '' && tags.length === 0) return '';
  const lines = [...wrap(text, 110 - indent.length), ...tags];
  if (lines.length === 1) return `${indent}/** ${lines[0] ?? ''} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((each) => each !== '')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** The versions that have something, where not all that can be called do. */
export function describeVersions(since: number | undefined, until: number | undefined): string {
  const from = since !== undefined && since > oldestVersion ? since : undefined;
  if (from !== undefined && until !== undefined) return `v${from}.0 to v${until}.0.`;
  if (from !== undefined) return `Since v${from}.0.`;
  return until === undefined ? '' : `Until v${until}.0.`;
}

/** The oldest version that can be called. */
export const oldestVersion = 31;

/** What the guide says about a property: its range, its default, the versions that have it. */
export function describeProperty(property: Property, description = ''): string {
  const { min, max, maxLength, minSearchLength, type } = property;
  const facts = [
    description,
    type.kind === 'date' ? 'ISO 8601, in UTC.' : '',
    min !== undefined && max !== undefined ? `${min} to ${max}.` : '',
    min !== undefined && max === undefined ? `At least ${min}.` : '',
    min === undefined && max !== undefined ? `At most ${max}.` : '',
    maxLength !== undefined ? `At most ${maxLength} ${type.kind === 'list' ? 'items' : 'characters'}.` : '',
    minSearchLength !== undefined ? `At least ${minSearchLength} characters that are no wildcards.` : '',
    property.default !== undefined ? `Default ${String(property.default)}.` : '',
    property.required === 'conditional' ? 'Needed in some cases.' : '',
    describeVersions(property.since, property.until),
  ];
  return facts.filter((fact) => fact !== '').join(' ');
}
