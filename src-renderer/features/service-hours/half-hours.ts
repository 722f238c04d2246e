// The clock in half hours, as shifts begin and end: 00:00 … 23:30.
const two = (value: number): string => String(value).padStart(2, '0')

export const halfHours: readonly string[] = Array.from({ length: 48 }, (_, i) => `${two(Math.floor(i / 2))}:${i % 2 ? '30' : '00'}`)

/** So many half hours later, at most the last of the day. */
export const later = (time: string, steps: number): string =>
  halfHours[Math.min(halfHours.indexOf(time) + steps, halfHours.length - 1)] ?? time
