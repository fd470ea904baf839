/** The address of a picture. It has the form that the service gives it, on a host that nobody owns. */
export function avatarUrl(id: string, size: number): string {
  return `https://avatars.slack-edge.example/${id.toLowerCase()}_${size}.png`;
}
