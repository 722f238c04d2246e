// The password that an administrator reads out once: random, and of signs that are not taken for each other.
import { randomInt } from 'node:crypto'

const letters = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789'] as const
const GROUPS = 3
const GROUP_LENGTH = 4

const oneOf = (signs: string): string => signs.charAt(randomInt(signs.length))

/** Like kM7x-Rq2d-w9TB: 68 bits. Each group has every kind, so that the rule for passwords holds. */
export function newFirstPassword(): string {
  const group = (): string => {
    const signs = [...letters.map(oneOf), ...Array.from({ length: GROUP_LENGTH - letters.length }, () => oneOf(letters.join('')))]
    for (let last = signs.length - 1; last > 0; last -= 1) {
      const other = randomInt(last + 1)
      ;[signs[last], signs[other]] = [signs[other] ?? '', signs[last] ?? '']
    }
    return signs.join('')
  }
  return Array.from({ length: GROUPS }, group).join('-')
}
