// Who may not write now, and why: read from the interceptions themselves, so that every process and every device is told the same.
import { isRestraining, untilText } from '@zhengna/contract/domain/harassment.ts'
import { DomainError, type ErrorCode } from '@zhengna/contract/errors.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { selectStandings, type Standing } from './interceptions.store.ts'

const codes = { 'cool-down': 'HARASSMENT_COOLING', mute: 'HARASSMENT_MUTED', block: 'HARASSMENT_BLOCKED' } as const satisfies Record<
  string,
  ErrorCode
>

export interface Restrained {
  readonly ok: false
  readonly code: (typeof codes)[keyof typeof codes]
  /** `seconds`: until it is over. */
  readonly detail: { readonly until: string; readonly number: string; readonly seconds: number }
}

/** The one that lasts longest; null where nothing restrains them now. At `until` it is over. */
export function restraintOf(standings: readonly Standing[], now: number): Restrained | null {
  let longest: (Standing & { until: number }) | null = null
  for (const standing of standings) {
    const { until, lifted_at, action } = standing
    if (until === null || lifted_at !== null || until <= now || !isRestraining(action)) continue
    if (longest === null || until > longest.until) longest = { ...standing, until }
  }
  if (longest === null || !isRestraining(longest.action)) return null
  const { until, number, action } = longest
  return { ok: false, code: codes[action], detail: { until: untilText(until), number, seconds: Math.ceil((until - now) / 1000) } }
}

/** Whoever may not write may not ask for a person either; 留言 and 预约 stay open. Errors: HARASSMENT_COOLING, HARASSMENT_MUTED, HARASSMENT_BLOCKED. */
export async function assertUnrestrained(db: Reader, personId: PersonId, now: number): Promise<void> {
  const restrained = restraintOf(await selectStandings(db, [personId], now), now)
  if (restrained && restrained.code !== 'HARASSMENT_COOLING') throw new DomainError(restrained.code, restrained.detail)
}
