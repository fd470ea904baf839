/** An extension of the org with which people can attach things of their own to posts. */
export interface ExtensionDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly iconUrl: string | null;
  readonly compositionComponent: string;
  readonly renderComponent: string;
  readonly createdAt: number;
}
