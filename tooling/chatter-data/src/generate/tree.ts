import type { Resource } from '../model.js';
import { addressesOf, communityPath } from '../paths.js';
import { resources } from '../resources.js';
import { oldestVersion } from './comment.js';

/** A part of a path, with what is below it. */
export interface TreeNode {
  /** As a template from the root on. */
  readonly path: string;
  readonly resources: Resource[];
  readonly parts: Map<string, TreeNode>;
  /** What is below an id. */
  child: TreeNode | undefined;
  /** Whether the client posts a status here on every version, and not only where the service has it. */
  takesStatus: boolean;
}

/** The feeds that the client posts a status to under their old address. */
const statusFeeds = [
  '/chatter/feeds/news/{userId}/feed-items',
  '/chatter/feeds/user-profile/{userId}/feed-items',
  '/chatter/feeds/record/{recordId}/feed-items',
];

function createTreeNode(path: string): TreeNode {
  return { path, resources: [], parts: new Map(), child: undefined, takesStatus: false };
}

function insert(root: TreeNode, path: string): TreeNode {
  let node = root;
  for (const part of path.split('/').slice(1)) {
    const below = `${node.path}/${part}`;
    if (part.startsWith('{')) {
      node.child ??= createTreeNode(below);
      node = node.child;
    } else {
      const next = node.parts.get(part) ?? createTreeNode(below);
      node.parts.set(part, next);
      node = next;
    }
  }
  return node;
}

/** All addresses of the versions that can be called, as a tree. */
export function buildTree(): TreeNode {
  const root = createTreeNode('');
  for (const resource of resources) {
    if ((resource.until ?? Infinity) < oldestVersion) continue;
    for (const address of addressesOf(resource)) insert(root, address).resources.push(resource);
  }
  for (const path of statusFeeds) {
    insert(root, path).takesStatus = true;
    insert(root, communityPath(path)).takesStatus = true;
  }
  return root;
}

/** Whether `me` may stand for the id that a node is below of. */
export function takesMe({ child }: TreeNode): boolean {
  return child !== undefined && /\{userId\}$|^.*\/feeds\/record\/\{recordId\}$/.test(child.path);
}

/** What tells two nodes apart, whatever their paths. */
export function signatureOf(node: TreeNode): string {
  const parts = [...node.parts].map(([name, part]) => `${name}:${signatureOf(part)}`);
  const child = node.child ? `{${signatureOf(node.child)}}` : '';
  const own = node.resources.map((resource) => resource.title).join('|');
  return `(${own}${node.takesStatus ? '+status' : ''}${parts.join(',')}${child})`;
}
