export { bodyTypes, unions } from './body-types.js';
export { errorCodes, recordErrorCodes } from './error-codes.js';
export type { BodyType, Method, Operation, Property, Resource, TypeExpression } from './model.js';
export { addressesOf, communityPath, pathShape } from './paths.js';
export { resources } from './resources.js';
