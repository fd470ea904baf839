import { describeVersions, toComment } from './comment.js';
import { pathFamily } from './families.js';
import { toNodeType } from './node-names.js';
import { renderOperations } from './operations.js';
import { signatureOf, takesMe, type TreeNode } from './tree.js';

/** A declaration, what it needs, and where it goes. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
  readonly uses: ReadonlySet<string>;
  /** Below the folder of the types, without an extension. */
  readonly file: string;
}

/** The node that stands for another one which is the same: within a community, most are as outside of it. */
function sameOutside(node: TreeNode, root: TreeNode): TreeNode | undefined {
  const inside = /^\/connect\/communities\/\{communityId\}(?<rest>\/.+)$/.exec(node.path)?.groups?.['rest'];
  if (inside === undefined) return undefined;
  const outside = /^\/chatter(?=\/|$)/.test(inside) ? inside : `/connect${inside}`;
  const found = findNode(root, outside);
  return found && signatureOf(found) === signatureOf(node) ? found : undefined;
}

function findNode(root: TreeNode, path: string): TreeNode | undefined {
  let node: TreeNode | undefined = root;
  for (const part of path.split('/').slice(1))
    node = part.startsWith('{') ? node?.child : node?.parts.get(part);
  return node;
}

/** The types of all nodes below one. */
export function renderNodes(node: TreeNode, root: TreeNode): Declaration[] {
  const below = [...node.parts.values(), ...(node.child ? [node.child] : [])];
  const own = node === root || sameOutside(node, root) ? [] : renderNode(node, root);
  const deeper =
    node !== root && sameOutside(node, root) ? [] : below.flatMap((each) => renderNodes(each, root));
  return [...own, ...deeper];
}

function renderNode(node: TreeNode, root: TreeNode): Declaration[] {
  const file = `paths/${pathFamily(node.path)}`;
  const declared: Declaration[] = [];
  const uses = new Set<string>();
  const operations = renderOperations(node, {
    use: (name) => uses.add(name),
    declare(name, text) {
      // GET and HEAD share their query.
      if (declared.some((each) => each.name === name)) return;
      declared.push({ name, text, file, uses: new Set([...uses].filter((each) => text.includes(each))) });
    },
  });
  const typeOf = (below: TreeNode): string => {
    const name = toNodeType((sameOutside(below, root) ?? below).path);
    uses.add(name);
    return name;
  };
  const parts = [...node.parts].map(([part, below]) => renderPart(part, below, typeOf(below)));
  if (node.child && takesMe(node)) {
    parts.unshift(`  /** The user that the session belongs to. */\n  readonly me: ${typeOf(node.child)};\n`);
  }
  const text = renderDeclaration(node, operations, parts, node.child && typeOf(node.child), uses);
  return [...declared, { name: toNodeType(node.path), text, file, uses }];
}

function renderDeclaration(
  node: TreeNode,
  operations: readonly string[],
  parts: readonly string[],
  child: string | undefined,
  uses: Set<string>,
): string {
  const name = toNodeType(node.path);
  const comment = toComment(describe(node));
  if (child === undefined) {
    uses.add('Deeper');
    const heritage = [...operations, 'Deeper'].join(', ');
    if (parts.length === 0) return `${comment}export interface ${name} extends ${heritage} {}\n`;
    return `${comment}export interface ${name} extends ${heritage} {\n${parts.join('')}}\n`;
  }
  uses.add('ById');
  const own = parts.length === 0 ? [] : [`{\n${parts.join('')}}`];
  return `${comment}export type ${name} = ${[...operations, ...own, `ById<${child}>`].join(' & ')};\n`;
}

function describe(node: TreeNode): string {
  const titles = node.resources.map((resource) => resource.page);
  const limited = node.resources.some((resource) => resource.requiresChatter);
  const facts = [
    `\`${node.path}\`${titles.length === 0 ? '' : `: ${[...new Set(titles)].join('; ')}`}.`,
    ...versionsOf(node),
    limited ? "Counts against Chatter's hourly limit." : '',
  ];
  return facts.filter((fact) => fact !== '').join(' ');
}

function versionsOf({ resources }: TreeNode): string[] {
  const [first, ...others] = resources;
  return first && others.length === 0 ? [describeVersions(first.since, first.until)] : [];
}

function renderPart(part: string, below: TreeNode, type: string): string {
  const ended = below.resources.map((resource) => resource.until);
  const last =
    ended.length > 0 && !below.takesStatus ? Math.max(...ended.map((until) => until ?? Infinity)) : Infinity;
  const tags = last === Infinity ? [] : [`@deprecated Ended with v${last}.0.`];
  const titles = [...new Set(below.resources.map((resource) => resource.page))].join('; ');
  const text = below.takesStatus
    ? 'Posts a status. Works on every version of the API, though the path itself ended with v31.0.'
    : titles === ''
      ? ''
      : `${titles}.`;
  return `${toComment(text, '  ', tags)}  readonly ${part.replaceAll('-', '_')}: ${type};\n`;
}
