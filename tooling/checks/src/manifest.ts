/** The parts of a package.json that are looked at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly repository?: { readonly type?: string; readonly url?: string; readonly directory?: string };
  readonly type?: string;
  readonly sideEffects?: boolean | readonly string[];
  readonly files?: readonly string[];
  /** The commands that it brings: their files by their names. */
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly access?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Something that can be imported from a package. */
export interface Entry {
  /** As users write it: `@x/name`, `@x/name/part`. */
  readonly specifier: string;
  /** The built module and its declarations, relative to the package. */
  readonly module: string;
  readonly types: string;
}

/** An entry, and whether the compiler has made it yet. */
export interface BuiltEntry extends Entry {
  readonly built: boolean;
}

/** The modules that a manifest exports; files such as `./package.json` are none. */
export function entriesOf({ name, exports = {} }: Manifest): Entry[] {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target !== 'object' || target === null) return [];
    const { default: module, types } = target as { default?: unknown; types?: unknown };
    return typeof module === 'string' && typeof types === 'string'
      ? [{ specifier: name + subpath.slice(1), module, types }]
      : [];
  });
}

/** What a manifest lacks of what a published package of this repository has to say about itself. */
export function manifestComplaints(manifest: Manifest, path: string): string[] {
  const { repository, exports = {}, files = [], keywords = [] } = manifest;
  const wanted: [string, boolean][] = [
    ['description, a sentence', /^[A-Z].+\.$/s.test(manifest.description ?? '')],
    ['keywords, three at least', keywords.length >= 3],
    ['license "MIT"', manifest.license === 'MIT'],
    ['repository.url', /^git\+https:\/\/\S+\.git$/.test(repository?.url ?? '')],
    [`repository.directory "${path}"`, repository?.directory === path],
    ['type "module"', manifest.type === 'module'],
    ['sideEffects false', manifest.sideEffects === false],
    ['files "dist" and "src"', [...files].toSorted().join() === 'dist,src'],
    ['engines.node ">=22.12"', manifest.engines?.['node'] === '>=22.12'],
    ['publishConfig.access "public"', manifest.publishConfig?.access === 'public'],
    ['exports["./package.json"]', exports['./package.json'] === './package.json'],
    ['exports["."]', '.' in exports],
    ['not private', manifest.private !== true],
  ];
  const missing = wanted.filter(([, good]) => !good).map(([what]) => `should have ${what}`);
  return [...missing, ...exportComplaints(exports)];
}

/** Conditions are tried in their order: the types must come before the module, and `default` at the end, for everyone. */
function exportComplaints(exports: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [];
    const conditions = typeof target === 'object' && target !== null ? Object.keys(target) : [];
    return conditions.at(-1) === 'default' && conditions.at(-2) === 'types'
      ? []
      : [`exports["${subpath}"] should end in "types" and "default", not in ${conditions.join(', ')}`];
  });
}
