import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

// Tests run on the sources: `exports` and `imports` of every package offer them under this condition.
const source = '@x/source';

// In a terminal, Vitest 4 gives every project `watch: true` even for `vitest run`, and then `tsc --watch` never ends.
const noWatch: object = { watch: false };

const node: TestProjectConfiguration = {
  ssr: { resolve: { conditions: [source, 'module', 'node', 'development|production'] } },
  test: {
    ...noWatch,
    name: 'node',
    // Test files share their worker's modules: every test starts its own emulators and restores what it stubs, and
    // loading the sources anew for each file took longer than the tests themselves.
    isolate: false,
    // How fast a machine is proves nothing: what waits is told by the test itself, and these only end what hangs.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    include: ['packages/*/test/**/*.test.ts', 'tooling/*/test/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts'],
    typecheck: {
      enabled: true,
      include: ['packages/*/test/**/*.test-d.ts'],
      tsconfig: './tsconfig.vitest.json',
    },
  },
};

export default defineConfig({
  test: {
    projects: [node],
    // The tests mostly wait, hence three at once on two cores.
    maxWorkers: 3,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**'],
      reporter: ['text', 'json-summary'],
    },
  },
});
