// 纳税人标签: who within an officer's reach is filed under what. Pushes choose their audience by it.
import { maskNumber, type TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { TagCount, TaggedTaxpayer, TaggingResult } from '@zhengna/contract/domain/taxpayer-tag.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findPerson, reachOf, toMaskedPerson } from '../people/index.ts'
import { addTag, removeTag, selectTagged, taxpayersByNumber, tagsInUse, whoHave } from './taxpayer-tags.store.ts'

type Officer = Pick<Caller, 'personId' | 'role' | 'officeId'>

export interface TaxpayerTags {
  /** The most used first. */
  list(by: Officer): Promise<TagCount[]>
  tagged(by: Officer, tag: string, range: { offset: number; limit: number }): Promise<{ items: TaggedTaxpayer[]; total: number }>
  give(by: Officer, tag: string, taxpayerNumbers: readonly string[]): Promise<TaggingResult>
  take(by: Officer, tag: string, personId: PersonId): Promise<void>
}

export interface TaxpayerTagParts {
  readonly database: Database
  readonly clock: Clock
}

export function createTaxpayerTags({ database, clock }: TaxpayerTagParts): TaxpayerTags {
  return {
    list: (by) => tagsInUse(database.reader, reachOf(by)),
    async tagged(by, tag, range) {
      const { rows, total } = await selectTagged(database.reader, tag, reachOf(by), range)
      const items = rows.map(({ id, name, taxpayer, office_name }) => ({
        id,
        name,
        taxpayerNumber: taxpayer ? maskNumber((JSON.parse(taxpayer) as TaxpayerProfile).taxpayerNumber) : '',
        officeName: office_name,
      }))
      return { items, total }
    },
    give: (by, tag, taxpayerNumbers) =>
      database.write(async (trx) => {
        const found = await taxpayersByNumber(trx, taxpayerNumbers, reachOf(by))
        const ids = found.map(({ id }) => id)
        const had = await whoHave(trx, tag, ids)
        await addTag(
          trx,
          tag,
          ids.filter((id) => !had.has(id)),
        )
        const added = ids.length - had.size
        if (added > 0)
          await recordAudit(trx, {
            at: clock.now(),
            kind: 'taxpayer-tag',
            by: by.personId,
            subject: tag,
            after: `添加给 ${added} 位纳税人`,
          })
        const known = new Set(found.map(({ taxpayerNumber }) => taxpayerNumber))
        return { added, already: had.size, unknown: taxpayerNumbers.filter((number) => !known.has(number)) }
      }),
    take: (by, tag, personId) =>
      database.write(async (trx) => {
        if (!(await removeTag(trx, tag, personId, reachOf(by)))) return
        const taxpayer = await findPerson(trx, personId)
        const before = taxpayer ? toMaskedPerson(taxpayer) : null
        const who = before ? `${before.name}（${before.taxpayer?.taxpayerNumber ?? ''}）` : personId
        await recordAudit(trx, { at: clock.now(), kind: 'taxpayer-tag', by: by.personId, subject: tag, after: `从${who}移除` })
      }),
  }
}
