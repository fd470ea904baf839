export type { WorkspaceChange } from './change.js';
export { createWorkspace } from './create-workspace.js';
export type { WorkspaceFinds } from './find.js';
export type { WorkspacePiece, WorkspaceProgress } from './loader.js';
export type { WorkspaceLoad } from './load-options.js';
export type { LookupOptions, WorkspaceLookups } from './lookups.js';
export type { RtmStartAnswer } from './seed.js';
export type { Workspace, WorkspaceEvents, WorkspaceOptions, WorkspaceSource } from './types.js';
