import { join } from 'node:path';

/** The folder of the repository; `src` and `dist` of this workspace are equally far from it. */
export const root: string = join(import.meta.dirname, '../../..');
