import type { Declared } from './declarations.js';

/**
 * A file that uses an entry as its users do: imports it, and refuses any declaration that has become `any`, which is what
 * a name that cannot be found turns into on its way through declaration files.
 */
export function useFile(specifier: string, declared: readonly Declared[]): string {
  return [
    `import * as values from '${specifier}';`,
    `import type * as types from '${specifier}';`,
    '',
    'export const names: string[] = Object.keys(values);',
    'type IsAny<T> = 0 extends 1 & T ? true : false;',
    'type Known<T extends false> = T;',
    '// @ts-expect-error -- the proof that an any would be refused',
    'export type Proof = Known<IsAny<any>>;',
    '',
    ...declared.flatMap(assertions),
    '',
  ].join('\n');
}

/** What an error in such a file means: by the line of an assertion, which name has become `any`. */
export function explainUse(error: string, text: string): string {
  const [, line = '', message = ''] = /^\S+?\((\d+),\d+\): error (TS2344.*)$/s.exec(error) ?? [];
  const [, asserted] = /= Known<IsAny<(.*)>>;$/.exec(text.split('\n')[Number(line) - 1] ?? '') ?? [];
  return asserted === undefined ? error : `${asserted} is any (${message.slice(0, 'TS2344'.length)})`;
}

function assertions(item: Declared): string[] {
  const known = (suffix: string, type: string): string =>
    `export type ${item.name}${suffix} = Known<IsAny<${type}>>;`;
  const value = `typeof types.${item.name}`;
  if (item.kind === 'class') {
    return [known('Class', value), known('Member', member(`types.${item.name}${parameters(item)}`))];
  }
  if (item.kind === 'interface' || item.kind === 'type') {
    const type = `types.${item.name}${parameters(item)}`;
    return [known('Type', type), ...(item.kind === 'interface' ? [known('Member', member(type))] : [])];
  }
  return item.callable
    ? [
        known('Value', value),
        known('Input', `Parameters<${value}>[number]`),
        known('Answer', `Awaited<ReturnType<${value}>>`),
      ]
    : [known('Value', value)];
}

const member = (type: string): string => `${type}[keyof ${type}]`;

/** `never` fits every constraint. */
function parameters({ typeParameters }: Declared): string {
  return typeParameters === 0 ? '' : `<${Array.from({ length: typeParameters }, () => 'never').join(', ')}>`;
}

/** Names that only the DOM library has, or only one of the two worlds: without it a declaration would not compile. */
const bannedNames = ['BodyInit', 'HeadersInit', 'RequestInfo', 'CloseEvent', 'CryptoKey'];

/** What a declaration file says that users without the DOM library, or without ky, could not read. */
export function declarationComplaints(file: string, text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const banned = bannedNames.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return [
    ...banned.map((name) => `${file} names ${name}`),
    ...(/['"]ky(\/[^'"]*)?['"]/.test(code) ? [`${file} imports from ky`] : []),
  ];
}
