import { type Resource, resources } from '../../tables.js';
import type { Handler, Handlers } from '../call.js';

/** Until 35.0 files and folders were Chatter resources, of which the tables only have what became of them. */
const lastOfChatter = 35;

/** The first version that had an earlier address, by what it begins with. */
const beginnings: Readonly<Record<string, number>> = { '/connect/files/': 24, '/connect/folders/': 30 };

/** The files and folders of the versions before 36.0. */
export const earlierFileResources: readonly Resource[] = resources.flatMap((resource) => {
  const since = sinceOf(resource.template);
  const isOfThen = resource.since <= lastOfChatter + 1 && resource.community !== 'only';
  if (since === undefined || !isOfThen) return [];
  return [{ ...resource, template: earlierPath(resource.template), since, until: lastOfChatter }];
});

/** The handlers of the earlier addresses: the same as those of the later ones. */
export function atEarlierPaths(handlers: Handlers): Handlers {
  const known = new Set(earlierFileResources.map(({ method, template }) => `${method} ${template}`));
  return Object.fromEntries(
    Object.entries(handlers)
      .map(([key, handler]): [string, Handler] => [earlierPath(key), handler])
      .filter(([key]) => known.has(key)),
  );
}

function earlierPath(path: string): string {
  return path.replace('/connect/', '/chatter/');
}

function sinceOf(template: string): number | undefined {
  return Object.entries(beginnings).find(([beginning]) => template.startsWith(beginning))?.[1];
}
