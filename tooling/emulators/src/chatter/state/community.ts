export const communityStatuses = ['Live', 'Inactive', 'UnderConstruction'] as const;

/** A site of the org, such as a help centre for customers. */
export interface Community {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: (typeof communityStatuses)[number];
  readonly templateName: string;
  readonly urlPathPrefix: string | null;
}
