import { existsSync, readFileSync } from 'node:fs';

/** Answers of the real service, which stand beside the repository where there are any. */
const fixtures = new URL('../../../../../shared/fixtures/chatter/', import.meta.url);

/** False where there are none. */
export const hasFixtures: boolean = existsSync(fixtures);

/** One of them, by the name of its file. */
export function recorded(name: string): object {
  return JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as object;
}
