import { sectionsOfPages, type Section } from './corrections/pages.js';
import type { Method, Operation, Resource } from './model.js';
import { toOperation } from './operations.js';
import { isExample, normalizePath } from './paths.js';
import { parseVersion } from './properties.js';
import { rawPages, type RawPage } from './raw.js';

const methodNames: readonly Method[] = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'];

function isMethod(name: string): name is Method {
  return methodNames.some((method) => method === name);
}

/** The sections of a page: by hand, by the two addresses that a page of feed items has, or the whole page. */
function sectionsOf(page: RawPage): readonly Section[] {
  const sections = sectionsOfPages[page.title];
  if (sections) return sections;
  const paths = [...new Set(page.paths.map(normalizePath).filter((path) => !isExample(path)))];
  const parameters = [...page.params.keys()];
  const bodies = [...page.bodies.keys()];
  const flat = paths.filter((path) => path.endsWith('/flat'));
  if (flat.length === 0) return [{ paths, parameters, bodies }];
  const last = bodies.at(-1);
  return [
    { paths: paths.filter((path) => !flat.includes(path)), parameters, bodies: bodies.slice(0, -1) },
    { paths: flat, methods: ['GET'], parameters, bodies: last === undefined ? [] : [last] },
  ];
}

/** Whether the guide marks the page, unless its addresses already name the community. */
function communityOf(page: RawPage, section: Section): Resource['community'] {
  if (section.paths.some((path) => path.startsWith('/connect/communities'))) return 'never';
  if (page.communityOnly) return 'only';
  return page.community ? 'also' : 'never';
}

function toResource(page: RawPage, section: Section, isOnly: boolean): Resource {
  const part: RawPage = {
    ...page,
    params: page.params.filter((_list, index) => section.parameters.includes(index)),
    bodies: page.bodies.filter((_body, index) => section.bodies.includes(index)),
  };
  const methods = section.methods ?? page.methods.filter(isMethod);
  const pageSince = parseVersion(page.since);
  const since = section.since === undefined ? pageSince : Math.max(section.since, pageSince ?? 0);
  const until = parseVersion(page.until);
  const operations = new Map<Method, Operation>();
  for (const method of methods) operations.set(method, toOperation(method, methods, part));
  return {
    title: isOnly ? page.title : `${page.title}: ${section.paths[0] ?? ''}`,
    page: page.title,
    paths: section.paths,
    methods,
    requiresChatter: page.requiresChatter,
    community: communityOf(page, section),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    operation: (method) => operations.get(method),
  };
}

/** All resources: those of one page stand together, in the order of the guide. */
export const resources: readonly Resource[] = rawPages.flatMap((page) => {
  const sections = sectionsOf(page);
  return sections.map((section) => toResource(page, section, sections.length === 1));
});
