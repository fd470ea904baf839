import { namesInPaths } from './corrections/pages.js';
import type { Resource } from './model.js';

/** A template in one spelling: no example queries, and `{userId}` where `me` stands for it. */
export function normalizePath(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => `{${namesInPaths[name] ?? name}}`)
    .replaceAll(/\/me(?=\/|$)/g, '/{userId}');
}

/** A template without the names, by which two that match the same addresses are alike: `/chatter/users/{}`. */
export function pathShape(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '{}');
}

/** The same resource within a community: `/connect/communities/{communityId}/…`, without a second `connect`. */
export function communityPath(path: string): string {
  return `/connect/communities/{communityId}${path.replace(/^\/connect(?=\/|$)/, '')}`;
}

/** All addresses of a resource: outside of communities, within one, or both. */
export function addressesOf({ community, paths }: Pick<Resource, 'community' | 'paths'>): readonly string[] {
  return [
    ...(community === 'only' ? [] : paths),
    ...(community === 'never' ? [] : paths.map((path) => communityPath(path))),
  ];
}

/** Whether an address is an example of a template: `/groups/batch/0F9…,0F9…`. */
export function isExample(path: string): boolean {
  return path.split('/').some((part) => /^0[\dA-Z]/.test(part));
}
