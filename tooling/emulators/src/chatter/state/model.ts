/** The things that an org holds. Times are milliseconds since 1970, in whole seconds as the service keeps them. */

export interface Org {
  readonly id: string;
  readonly name: string;
  /** After so many minutes people are asked to log in again. */
  readonly sessionMinutes: number;
}

/** A registered application, by whose name posts are marked. */
export interface ClientApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly url: string;
}

export interface User {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly password: string;
  readonly email: string;
  readonly nickname: string;
  readonly title: string | null;
  readonly companyName: string;
  readonly country: string;
  aboutMe: string | null;
  readonly mobile: string | null;
  readonly isActive: boolean;
}

/** A business record that has a feed, such as an account. */
export interface FeedRecord {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly name: string;
}

export function nameOf(user: User): string {
  return `${user.firstName} ${user.lastName}`;
}
