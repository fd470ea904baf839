/** A file that an import rule must refuse, or must let pass. */
export interface Probe {
  /** Where the file would stand. */
  readonly file: string;
  readonly source: string;
  /** A part of the message of the rule that refuses it; `undefined` for what is allowed. */
  readonly refusal: string | undefined;
}

const platformOnly = 'Only platform/ may import this';
const kyInside = 'Only @x/http-core knows ky';
const noClient = 'A client depends on @x/http-core and on no other package';
const kyOnly = '@x/http-core depends on ky only';
const noPackages = 'Emulators know nothing of the clients';

const importing = (specifier: string): string => `import * as it from '${specifier}';\nexport { it };\n`;
const named = (specifier: string): string => specifier.replaceAll(/\W/g, '-');

function probes(
  folder: string,
  refusal: string | undefined,
  specifiers: readonly string[],
  file = '',
): Probe[] {
  return specifiers.map((specifier) => ({
    file: `${folder}/${file === '' ? `probe-${named(specifier)}.ts` : file}`,
    source: importing(specifier),
    refusal,
  }));
}

/** What every import rule is tried with. Types are imports, too: a type of ky would show in our declarations. */
export const importProbes: readonly Probe[] = [
  ...probes('packages/chatter/src', kyInside, ['ky', 'ky/distribution/index.js']),
  {
    file: 'packages/chatter/src/probe-ky-type.ts',
    source: "import type { KyInstance } from 'ky';\nexport type It = KyInstance;\n",
    refusal: kyInside,
  },
  {
    file: 'packages/chatter/src/probe-ky-later.ts',
    source: "export const it = () => import('ky');\n",
    refusal: kyInside,
  },
  {
    file: 'packages/chatter/src/probe-ky-again.ts',
    source: "export { HTTPError } from 'ky';\n",
    refusal: kyInside,
  },
  ...probes('packages/chatter/src', noClient, ['@x/smooch', '@x/smooch/webhooks', '@x/emulators']),
  ...probes('packages/smooch/src/resources', noClient, ['@x/chatter', '@x/testkit']),
  ...probes('packages/smooch/src', platformOnly, [
    'ws',
    'tough-cookie',
    'cheerio',
    'cheerio/slim',
    'node:fs',
  ]),
  ...probes('packages/smooch/src/webhooks', platformOnly, ['node:fs/promises']),
  ...probes('packages/http-core/src', kyOnly, [
    'ws',
    'jose',
    'kyoto',
    'node:fs',
    '@x/chatter',
    '@x/emulators',
  ]),
  ...probes('tooling/emulators/src/chatter', noPackages, ['@x/chatter', '@x/http-core', '@x/smooch/jwt']),

  ...probes('packages/chatter/src', undefined, ['@x/http-core', './client.js', 'jose/jwt/sign']),
  ...probes('packages/chatter/src/platform', undefined, ['ws', 'node:fs']),
  ...probes('packages/chatter/src', undefined, ['node:process'], 'cli.ts'),
  ...probes('packages/http-core/src', undefined, ['ky', './errors.js', '../errors.js']),
  ...probes('tooling/emulators/src/chatter', undefined, ['ws', 'hono', 'node:http', '../frame/index.js']),
];

/** One override of the linter's settings, as far as it is about imports and globals. */
interface Override {
  readonly files?: readonly string[];
  readonly rules?: Readonly<Record<string, unknown>>;
}

/** What a file of import rules says. */
export interface ImportRules {
  readonly overrides?: readonly Override[];
}

/** The messages of all import rules: each must be the refusal of a probe. */
export function messagesOf({ overrides = [] }: ImportRules): string[] {
  return overrides.flatMap(({ rules }) => {
    const [, options] = (rules?.['no-restricted-imports'] ?? []) as [
      string?,
      { patterns?: { message: string }[] }?,
    ];
    return options?.patterns?.map(({ message }) => message) ?? [];
  });
}

/** A file for each global that is taken from a folder, using it. */
export function globalProbes({ overrides = [] }: ImportRules): Probe[] {
  return overrides.flatMap(({ files = [], rules }) => {
    const [, ...globals] = (rules?.['no-restricted-globals'] ?? []) as string[];
    return files.flatMap((pattern) =>
      globals.map((name) => ({
        file: `${pattern.replace('*', 'chatexchange').replace(/\/\*\*$/, '')}/probe-${name}.ts`,
        source: `export const it = ${name};\n`,
        refusal: name,
      })),
    );
  });
}
