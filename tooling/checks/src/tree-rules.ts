/** What the top level may hold: the workspaces, and what tools look for at a root. */
export const topLevel: readonly string[] = [
  'packages',
  'tooling',
  '.changeset',
  '.ci',
  '.github',
  'README.md',
  'LICENSE',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'turbo.json',
  'tsconfig.json',
  'tsconfig.vitest.json',
  'vitest.config.ts',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.nvmrc',
  '.node-version',
  '.editorconfig',
  // Made by tools and never committed.
  '.git',
  '.turbo',
  'node_modules',
  'coverage',
];

/** The workspaces that there are or will be. */
export const workspaceNames: Readonly<Record<'packages' | 'tooling', readonly string[]>> = {
  packages: ['chatexchange', 'chatter', 'http-core', 'slack-rtm', 'smooch'],
  tooling: [
    'bench',
    'chatter-data',
    'checks',
    'demo',
    'emulators',
    'lint',
    'peers',
    'repl',
    'testkit',
    'tsconfig',
  ],
};

/** What is there although nobody allowed it. */
export function unexpected(names: readonly string[], allowed: readonly string[]): string[] {
  return names.filter((name) => !allowed.includes(name)).map((name) => `${name} does not belong there`);
}

/** From here on a file holds more than one idea. */
export const maxLines = 250;

/** A file and how long it is. */
export interface LongFile {
  readonly path: string;
  readonly lines: number;
}

/** Files that may be longer, and why. Whatever is under `types/` may: it is data in the form of types. */
const exceptions: readonly { readonly path: RegExp; readonly reason: string }[] = [
  { path: /^packages\/[^/]+\/src\/types\//, reason: 'types of a service, generated or a table of them' },
];

/** Which files are too long, and how many would be but have a reason. */
export function longFiles(files: readonly LongFile[]): { tooLong: LongFile[]; excused: number } {
  const long = files.filter(({ lines }) => lines > maxLines);
  const tooLong = long.filter((file) => !exceptions.some(({ path }) => path.test(file.path)));
  return { tooLong, excused: long.length - tooLong.length };
}
