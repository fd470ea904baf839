export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What a value is. */
export type TypeExpression =
  | { readonly kind: 'string' | 'date' | 'url' | 'integer' | 'number' | 'boolean' | 'object' | 'unknown' }
  | { readonly kind: 'list' | 'map'; readonly of: TypeExpression }
  /** A body type, or a union of them: a key of `bodyTypes` or of `unions`. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'one of'; readonly types: readonly TypeExpression[] };

/** A property of a body, or a parameter of a request. */
export interface Property {
  readonly name: string;
  readonly type: TypeExpression;
  /** The first version that has it, as a number: 31 is v31.0. Without it: since the beginning, or not known. */
  readonly since?: number;
  /** The last version that has it. */
  readonly until?: number;
  /** The smallest `filterGroup` that it is part of. */
  readonly group?: 'S' | 'M' | 'B';
  readonly required: boolean | 'conditional';
  readonly enum?: readonly string[];
  readonly default?: string | number | boolean;
  readonly min?: number;
  readonly max?: number;
  /** Of a text its length, of a list its items. */
  readonly maxLength?: number;
  /** Characters of a search that are not wildcards. */
  readonly minSearchLength?: number;
}

export interface BodyType {
  /** As in code: `FeedElementPage`. */
  readonly name: string;
  /** As in the guide: `Feed Element Page`. */
  readonly title: string;
  /** The body type that it adds to. What it inherits is listed in `properties` only where the guide does so. */
  readonly extends?: string;
  readonly properties: readonly Property[];
}

/** What can be done with a resource by one method. */
export interface Operation {
  readonly method: Method;
  /**
   * Of GET, HEAD and DELETE: the query. Of the others: what can be sent in the query or as a form in place of a body.
   */
  readonly query: readonly Property[];
  /** The JSON body. Both lists may say the same thing twice: by the name of a body type, and by its properties. */
  readonly body?: { readonly types: readonly string[]; readonly properties: readonly Property[] };
  /** The body types of the answer, one of which it is. Empty: no body, bytes, or not documented. */
  readonly answers: readonly string[];
}

export interface Resource {
  readonly title: string;
  /** The title of the page of the guide; one page may describe several resources. */
  readonly page: string;
  /**
   * Templates below the version: `/chatter/users/{userId}`. All are the same resource. `me` may stand for `{userId}`
   * and is not listed.
   */
  readonly paths: readonly string[];
  readonly methods: readonly Method[];
  readonly since?: number;
  /** The last version that has it. */
  readonly until?: number;
  /** Whether calls count against the hourly limit of Chatter. */
  readonly requiresChatter: boolean;
  /** Whether it exists below `/connect/communities/{communityId}`: see `communityPath`. */
  readonly community: 'never' | 'also' | 'only';
  /** What a method does; `undefined` when the resource does not have it. HEAD is as GET, without a body in the answer. */
  operation(method: Method): Operation | undefined;
}
