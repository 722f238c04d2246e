// A list with one thing changed; the list itself stays as it was.
export const withItem = <T>(list: readonly T[], place: number, item: T): T[] => list.map((one, index) => (index === place ? item : one))
export const withoutItem = <T>(list: readonly T[], place: number): T[] => list.filter((_, index) => index !== place)
export const withInserted = <T>(list: readonly T[], place: number, item: T): T[] => [...list.slice(0, place), item, ...list.slice(place)]

/** One step up or down; as it was where it would leave the list. */
export function withMoved<T>(list: readonly T[], place: number, by: -1 | 1): T[] {
  const [item, other] = [list[place], list[place + by]]
  if (item === undefined || other === undefined) return [...list]
  return withItem(withItem(list, place, other), place + by, item)
}
