/** Body types whose names in the guide are taken by something that people need more often. */
const renamed: Readonly<Record<string, string>> = {
  BatchResults: 'BatchResultsBody',
  Content: 'FileContent',
  FeedElement: 'FeedElementBase',
  FeedElementItem: 'FeedElement',
};

/** How a body type, or a union, is called in TypeScript. */
export function toTypeName(name: string): string {
  return renamed[name] ?? name;
}

/** Whether a body type is sent, and not answered. */
export function isInput(name: string): boolean {
  return name.includes('Input') || name === 'UserMessage';
}
