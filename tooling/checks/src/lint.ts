import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { complaintOf, runTool, type Outcome } from './command.js';
import { globalProbes, importProbes, messagesOf, type ImportRules, type Probe } from './lint-probes.js';
import { complaints, verdict, type Result } from './result.js';
import { root } from './root.js';

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly labels?: readonly { readonly span: { readonly line: number } }[];
}

/**
 * Whether the linter and the formatter are content, and whether the import rules refuse what they should.
 *
 * @yields an item for each tool, and for each import that a rule is tried with
 */
export async function* lint(): AsyncGenerator<Result, void, undefined> {
  const linter = await runTool('oxlint', ['--format=json']);
  yield complaints('oxlint', linter.status === 0 ? [] : readDiagnostics(linter).map(locate), 'no complaints');
  const formatter = await runTool('oxfmt', ['--check', '.']);
  const unformatted = lineWith(complaintOf(formatter), /\(\d+ms\)$/);
  yield complaints(
    'oxfmt --check',
    formatter.status === 0 || unformatted.length > 0 ? unformatted : [complaintOf(formatter)],
    'all files as they should be',
  );
  yield* tryImportRules();
}

async function* tryImportRules(): AsyncGenerator<Result, void, undefined> {
  const rules = JSON.parse(await readFile(join(root, 'tooling/lint/imports.json'), 'utf8')) as ImportRules;
  const probes = [...importProbes, ...globalProbes(rules)];
  const messages = messagesOf(rules);
  yield complaints(
    'every import rule is tried',
    messages.filter((message) => !probes.some(({ refusal }) => refusal && message.includes(refusal))),
    `${messages.length} rules, ${probes.length} files`,
  );
  const found = await lintProbes(probes);
  for (const { file, source, refusal } of probes) {
    const refusals = found.filter(({ filename }) => filename === file).map(saying);
    const tried = `${dirname(file)} ${refusal === undefined ? 'takes' : 'refuses'} ${source.split('\n')[0]}`;
    yield refusal === undefined
      ? complaints(tried, refusals)
      : verdict(
          tried,
          refusals.some((text) => text.includes(refusal)),
          refusals.length === 0 ? 'nothing stopped it' : '',
        );
  }
}

/** Lints the probes by the settings of the root, in a copy of the tree that has nothing else in it. */
async function lintProbes(probes: readonly Probe[]): Promise<Diagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lint-'));
  try {
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    await cp(join(root, 'tooling/lint'), join(folder, 'tooling/lint'), { recursive: true });
    for (const { file, source } of probes) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), source);
    }
    const outcome = await runTool('oxlint', ['--format=json', 'packages', 'tooling'], {
      cwd: folder,
      // In a copy without node_modules, the linter would not find its type-aware half.
      env: { OXLINT_TSGOLINT_PATH: join(root, 'node_modules/.bin/tsgolint') },
    });
    return readDiagnostics(outcome).filter(({ code }) => /no-restricted-(imports|globals)/.test(code));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readDiagnostics(outcome: Outcome): Diagnostic[] {
  if (!outcome.stdout.trimStart().startsWith('{')) throw new Error(complaintOf(outcome));
  const { diagnostics } = JSON.parse(outcome.stdout) as { diagnostics: Diagnostic[] };
  return diagnostics;
}

function locate({ filename, labels, code, message }: Diagnostic): string {
  return `${filename}:${labels?.[0]?.span.line ?? 1} ${message} ${code}`;
}

function saying({ message, help = '' }: Diagnostic): string {
  return `${message} ${help}`;
}

function lineWith(text: string, pattern: RegExp): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => pattern.test(line));
}
