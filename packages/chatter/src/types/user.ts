import type { Open } from './open.js';

/** A thing's id and where it is. */
export interface Reference {
  readonly id: string;
  readonly url: string;
}

/** Pictures of a user or a group. */
export interface Photo {
  readonly fullEmailPhotoUrl: string | null;
  readonly largePhotoUrl: string;
  readonly mediumPhotoUrl?: string;
  readonly photoVersionId: string | null;
  readonly smallPhotoUrl: string;
  readonly standardEmailPhotoUrl: string | null;
  readonly url: string;
}

/** Icons of a thing, in the colours of its kind. */
export interface Motif {
  readonly color: string;
  readonly largeIconUrl: string;
  readonly mediumIconUrl: string;
  readonly smallIconUrl: string;
  readonly svgIconUrl: string | null;
}

/** A user as it stands inside other things. */
export interface UserSummary {
  readonly additionalLabel: string | null;
  readonly communityNickname: string;
  readonly companyName: string | null;
  readonly displayName: string;
  readonly firstName: string | null;
  readonly id: string;
  readonly isActive: boolean;
  readonly isInThisCommunity: boolean;
  readonly lastName: string;
  readonly motif: Motif;
  /** The caller's subscription to this user; `null` when they do not follow. */
  readonly mySubscription: Reference | null;
  readonly name: string;
  readonly outOfOffice?: { readonly message: string };
  readonly photo: Photo;
  readonly title: string | null;
  readonly type: Open<'User'>;
  readonly url: string;
  readonly userType: Open<
    'ChatterGuest' | 'ChatterOnly' | 'Guest' | 'Internal' | 'Portal' | 'System' | 'Undefined'
  >;
  readonly [name: string]: unknown;
}

/** A user on their own. */
export interface UserDetail extends UserSummary {
  readonly aboutMe: string | null;
  readonly address: {
    readonly city: string | null;
    readonly country: string | null;
    readonly formattedAddress: string | null;
    readonly state: string | null;
    readonly street: string | null;
    readonly zip: string | null;
  };
  readonly chatterActivity: {
    readonly commentCount: number;
    readonly commentReceivedCount: number;
    readonly likeReceivedCount: number;
    readonly postCount: number;
  };
  /** `percentile` is a text: `'0.0'`. */
  readonly chatterInfluence: { readonly percentile: string; readonly rank: number };
  readonly email: string;
  readonly followersCount: number;
  readonly followingCounts: { readonly people: number; readonly records: number; readonly total: number };
  readonly groupCount: number;
  readonly hasChatter: boolean;
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly phoneNumbers: readonly {
    readonly label: string;
    readonly phoneNumber: string;
    readonly phoneType: string;
  }[];
  readonly username: string;
}

/** A page of users. */
export interface UserPage {
  readonly currentPageToken?: number | null;
  readonly currentPageUrl: string;
  readonly nextPageToken?: number | null;
  readonly nextPageUrl: string | null;
  readonly previousPageToken?: number | null;
  readonly previousPageUrl: string | null;
  readonly users: readonly UserDetail[];
}
