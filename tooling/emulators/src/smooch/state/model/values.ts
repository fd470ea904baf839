/** Metadata and user properties are flat. */
export type FlatValue = string | number | boolean;
export type Metadata = Readonly<Record<string, FlatValue>>;

/** The versions that know app users and their one conversation. */
export type LegacyVersion = 'v1' | 'v1.1';

/** The versions that webhooks and answers come in. */
export type ApiVersion = LegacyVersion | 'v2';

/** Fields that the service keeps and shows again without looking into them. */
export type Fields = Readonly<Record<string, unknown>>;
