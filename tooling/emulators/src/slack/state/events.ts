/** A JSON object as it travels. */
export type Frame = Readonly<Record<string, unknown>>;

/** Who is told of something. */
export type Audience =
  | { readonly to: 'team' }
  | { readonly to: 'users'; readonly userIds: ReadonlySet<string> };

/** Something that happened in the workspace. RTM shows it as it is; other ways of delivery may wrap it. */
export interface DomainEvent {
  readonly audience: Audience;
  readonly frame: Frame;
  /** The connection that caused it and is told in another way. */
  readonly exceptConnection?: string;
}

export function concerns(event: DomainEvent, userId: string): boolean {
  return event.audience.to === 'team' || event.audience.userIds.has(userId);
}
