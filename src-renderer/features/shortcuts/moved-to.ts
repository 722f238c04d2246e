/** The list with one of its items at another place, from 0. */
export function movedTo<Item>(items: readonly Item[], item: Item, place: number): Item[] {
  const others = items.filter((other) => other !== item)
  return [...others.slice(0, place), item, ...others.slice(place)]
}
