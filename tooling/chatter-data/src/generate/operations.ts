import { bodyTypes, unions } from '../body-types.js';
import type { Method, Operation, Property } from '../model.js';
import { describeProperty, oldestVersion, toComment } from './comment.js';
import { renderType } from './render-type.js';
import { toNodeName } from './node-names.js';
import { isInput, toTypeName } from './type-names.js';
import type { TreeNode } from './tree.js';

/** Hears of every name that is needed, and of every declaration that is made on the way. */
export interface Output {
  readonly use: (name: string) => void;
  readonly declare: (name: string, text: string) => void;
}

/** What the resources of a node say about a method; several may be at one address. */
function operationAt(node: TreeNode, method: Method): Operation | undefined {
  const all = node.resources.flatMap((resource) => resource.operation(method) ?? []);
  const [first] = all;
  return first && { ...first, answers: [...new Set(all.flatMap((operation) => operation.answers))] };
}

/** The interfaces that a node extends for what can be done with it. */
export function renderOperations(node: TreeNode, output: Output): string[] {
  const methods: readonly Method[] = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'];
  return methods.flatMap((method) => {
    if (method === 'POST' && node.takesStatus) {
      for (const name of ['Post', 'FeedItem', 'StatusInput']) output.use(name);
      return ['Post<FeedItem, StatusInput>'];
    }
    const operation = operationAt(node, method);
    return operation ? [renderOperation(node, operation, output)] : [];
  });
}

function renderOperation(node: TreeNode, operation: Operation, output: Output): string {
  const { method } = operation;
  if (method === 'GET' && operation.answers.length === 0 && /\/(?:content|rendition)$/.test(node.path)) {
    return generic('Bytes', [renderQuery(node, operation, output)], output);
  }
  const answer = renderAnswers(operation.answers, output);
  if (method === 'GET') {
    const needed = operation.query.some((property) => property.required === true);
    return generic(needed ? 'Search' : 'Get', [answer, renderQuery(node, operation, output)], output);
  }
  if (method === 'HEAD') return generic('Head', [renderQuery(node, operation, output)], output);
  if (method === 'DELETE') {
    const gone = operation.answers.length === 0 ? 'void' : answer;
    const query = operation.query.length === 0 ? '' : renderQuery(node, operation, output);
    return generic('Delete', [query === '' && gone === 'void' ? '' : gone, query], output);
  }
  const body = renderBody(node, operation, output);
  const verb = `${method.slice(0, 1)}${method.slice(1).toLowerCase()}`;
  return generic(body === '' ? `${verb}Nothing` : verb, [answer, body], output);
}

function generic(name: string, given: readonly string[], { use }: Output): string {
  use(name);
  const filled = given.filter((each) => each !== '');
  return filled.length === 0 ? name : `${name}<${filled.join(', ')}>`;
}

function renderAnswers(answers: readonly string[], { use }: Output): string {
  if (answers.length === 0) return 'unknown';
  const union = [...unions].find(
    ([, members]) => answers.length > 1 && members.every((each) => answers.includes(each)),
  );
  const names = (union ? [union[0]] : answers).map(toTypeName);
  for (const name of names) use(name);
  return names.join(' | ');
}

/** The query as a type of its own; HEAD shares that of GET. */
function renderQuery(node: TreeNode, { method, query }: Operation, output: Output): string {
  const properties = query.filter(isPresent);
  if (properties.length === 0) return '';
  const name = `${toNodeName(node.path)}${method === 'DELETE' ? 'Delete' : ''}Query`;
  output.use('Trimming');
  const members = properties.map((property) => renderMember(property, output.use)).join('');
  const comment = toComment(`What can be said about \`${method === 'HEAD' ? 'GET' : method} ${node.path}\`.`);
  const base = method === 'DELETE' ? '' : 'Trimming & ';
  output.declare(name, `${comment}export type ${name} = ${base}{\n${members}};\n`);
  output.use(name);
  return name;
}

/** The body: named in the guide, or with the properties of a named one, or described at this address only. */
function renderBody(node: TreeNode, operation: Operation, output: Output): string {
  const { method, body, query } = operation;
  const properties = (body?.properties.length ? body.properties : query).filter(isPresent);
  const named = body?.types.length ? body.types : findInput(properties);
  if (named.length > 0) {
    for (const name of named) output.use(toTypeName(name));
    const union = named.map(toTypeName).join(' | ');
    const many = named.some((name) => (bodyTypes.get(name)?.properties.length ?? 0) > 1);
    return method === 'PATCH' && many ? `Partial<${union}>` : union;
  }
  if (properties.length === 0) return '';
  const name = `${toNodeName(node.path)}${method.slice(0, 1)}${method.slice(1).toLowerCase()}Body`;
  const members = properties.map((property) => renderMember(property, output.use)).join('');
  output.declare(
    name,
    `${toComment(`What \`${method} ${node.path}\` takes.`)}export interface ${name} {\n${members}}\n`,
  );
  output.use(name);
  return name;
}

function isPresent(property: Property): boolean {
  return (property.until ?? Infinity) >= oldestVersion;
}

function findInput(properties: readonly Property[]): readonly string[] {
  if (properties.length === 0) return [];
  const wanted = properties
    .map((property) => property.name)
    .toSorted()
    .join();
  const found = [...bodyTypes.values()].find(
    (type) =>
      isInput(type.name) &&
      type.properties
        .filter(isPresent)
        .map((property) => property.name)
        .toSorted()
        .join() === wanted,
  );
  return found ? [found.name] : [];
}

function renderMember(property: Property, use: (name: string) => void): string {
  const optional = property.required !== true;
  const value = renderType(property.type, use, property.enum);
  const comment = toComment(describeProperty(property), '  ');
  return `${comment}  readonly ${property.name}${optional ? '?' : ''}: ${value}${optional ? ' | undefined' : ''};\n`;
}
