/** A message to somebody who may not have written yet, by what a channel calls them. */
export interface NotificationContent {
  readonly destination: {
    readonly integrationId: string;
    /** A phone number, with `+` and the code of the country. */
    readonly destinationId: string;
  };
  readonly author: {
    readonly role: 'appMaker';
    readonly name?: string | undefined;
    readonly email?: string | undefined;
    readonly avatarUrl?: string | undefined;
  };
  /** In the shape of `messageSchema`; by default that of a message of this service. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly messageSchema?: 'whatsapp' | undefined;
}

/** A notification, in the envelope of the service. Events tell what became of it. */
export interface NotificationResponse {
  readonly notification: { readonly _id: string };
}
