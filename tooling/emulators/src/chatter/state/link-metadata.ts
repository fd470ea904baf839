/** What a web page says of itself, for a preview. */
export interface LinkMetadata {
  readonly title: string;
  readonly description?: string;
  readonly thumbnailUrl?: string;
  readonly providerUrl?: string;
  /** HTML or an address that shows the thing itself, such as a film. */
  readonly frameSource?: string;
  readonly width?: number;
  readonly height?: number;
  /** Default: Link. */
  readonly type?: 'Link' | 'Photo' | 'Rich' | 'Video';
}
