/** What was declared under a name. */
export type DeclaredKind =
  | 'function'
  | 'class'
  | 'const'
  | 'let'
  | 'interface'
  | 'type'
  | 'enum'
  | 'namespace';

/** A name that can be imported, and what a declaration file says about it. */
export interface Declared {
  readonly name: string;
  readonly kind: DeclaredKind;
  /** Whether it can be called. */
  readonly callable: boolean;
  readonly typeParameters: number;
  /** The docs comment, empty when there is none. */
  readonly comment: string;
}

/** Names that a file hands on: its own, or those of another module. */
interface Export {
  readonly from: string | undefined;
  /** The name outside, and the name inside; `undefined` for all that there are. */
  readonly names: ReadonlyMap<string, string> | undefined;
}

/** What stands in one declaration file. */
interface Scan {
  readonly declared: ReadonlyMap<string, Declared>;
  readonly exports: readonly Export[];
  readonly imported: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
}

const declaration =
  /^(export )?(?:declare )?(?:abstract )?(function|class|const|let|interface|type|enum|namespace) ([\w$]+)/gm;

/**
 * Reads a declaration file as the compiler writes it: one declaration after another, each at the beginning of a line with
 * its comment before it. This is no parser, and needs none.
 */
export function scanDeclarations(text: string): Scan {
  const declared = new Map<string, Declared>();
  const exports: Export[] = [];
  const imported = new Map<string, { from: string; name: string }>();
  const own = new Map<string, string>();
  for (const match of text.matchAll(declaration)) {
    const [whole, exported, kind = '', name = ''] = match;
    const rest = text.slice(match.index + whole.length);
    const comment = commentBefore(text, match.index);
    const earlier = declared.get(name);
    declared.set(name, {
      name,
      kind: kind as DeclaredKind,
      callable: kind === 'function' || /^: [(<]/.test(rest),
      typeParameters: countTypeParameters(rest),
      // One of several overloads speaks for all of them, and a type for the value of the same name.
      comment: comment === '' ? (earlier?.comment ?? '') : comment,
    });
    if (exported !== undefined) own.set(name, name);
  }
  exports.push({ from: undefined, names: own });
  for (const [, list = '', from] of text.matchAll(
    /^export (?:type )?\{([^}]*)\}(?: from ['"](.+?)['"])?/gm,
  )) {
    exports.push({ from, names: readNames(list) });
  }
  for (const [, from] of text.matchAll(/^export (?:type )?\* from ['"](.+?)['"]/gm)) {
    exports.push({ from, names: undefined });
  }
  for (const [, list = '', from = ''] of text.matchAll(
    /^import (?:type )?\{([^}]*)\} from ['"](.+?)['"]/gm,
  )) {
    for (const [inside, name] of readNames(list)) imported.set(inside, { from, name });
  }
  return { declared, exports, imported };
}

/** `a, type B, c as d` → the names that can be used, each with the name that it had before. */
function readNames(list: string): Map<string, string> {
  const names = list
    .split(',')
    .map((item) => item.trim().replace(/^type /, ''))
    .filter((item) => item !== '')
    .map((item): [string, string] => {
      const [before = '', after = before] = item.split(' as ');
      return [after, before];
    });
  return new Map(names);
}

function commentBefore(text: string, index: number): string {
  const before = text.slice(0, index).trimEnd();
  return before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
}

/** How many type parameters stand in the angle brackets that a text begins with. */
function countTypeParameters(text: string): number {
  if (!text.startsWith('<')) return 0;
  let depth = 0;
  let count = 1;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if ('<({['.includes(sign)) depth += 1;
    else if (')}]'.includes(sign) || (sign === '>' && text.charAt(index - 1) !== '=')) depth -= 1;
    else if (sign === ',' && depth === 1) count += 1;
    if (depth === 0) return count;
  }
  return count;
}

/** How declarations are found: `file` from within `importer`, or as somebody outside would ask for it. */
export interface DeclarationFiles {
  /** The path of a module's declarations; `undefined` for a module that is not ours. */
  resolve(specifier: string, importer: string): string | undefined;
  read(path: string): string;
}

/**
 * Everything that can be imported from a declaration file, followed to where it is declared.
 *
 * @throws for a name that leads nowhere: what cannot be followed would otherwise not be looked at.
 */
export function exportsOf(
  path: string,
  files: DeclarationFiles,
  seen: ReadonlySet<string> = new Set(),
): Declared[] {
  if (seen.has(path)) return [];
  const within = new Set([...seen, path]);
  const { declared, exports, imported } = scanDeclarations(files.read(path));
  const elsewhere = (specifier: string): Declared[] => {
    const file = files.resolve(specifier, path);
    if (file === undefined) throw new Error(`${path} hands on what is in ${specifier}, which is not ours`);
    return exportsOf(file, files, within);
  };
  const find = (name: string, from: string | undefined): Declared => {
    const source = from === undefined ? imported.get(name) : { name, from };
    const item =
      source === undefined
        ? declared.get(name)
        : elsewhere(source.from).find((other) => other.name === source.name);
    if (item === undefined) throw new Error(`${path} exports ${name}, which is declared nowhere`);
    return item;
  };
  const all = new Map<string, Declared>();
  for (const { from, names } of exports) {
    if (names === undefined && from !== undefined) {
      for (const item of elsewhere(from)) all.set(item.name, item);
    }
    for (const [outside, inside] of names ?? []) all.set(outside, { ...find(inside, from), name: outside });
  }
  return [...all.values()];
}
