export type { Chatter } from './paths/chatter.js';
export type { CommunityConnect } from './paths/communities.js';
export type { CommunityChatter } from './paths/community-chatter.js';
export type { Connect } from './paths/connect.js';
