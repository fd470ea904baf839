/** The first of the things that come. */
export async function first<Item>(items: AsyncIterable<Item>): Promise<Item> {
  for await (const item of items) return item;
  throw new Error('it ended before anything came');
}
