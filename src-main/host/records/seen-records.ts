// One kind of record at this machine: asked of the server, kept as it came, and shown from what is kept where there is no line.
import type { RecordList, Seen } from '@zhengna/contract/host/records.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { RecordKind } from '../cache/record-store.ts'
import { pageOf } from './record-filter.ts'

interface Summary {
  readonly id: string
}

export interface SeenRecords<S extends Summary, W extends S> {
  /** Errors: the route's; HOST_OFFLINE where nothing of the kind was ever listed here. */
  list(
    fetched: Promise<Result<{ items: S[]; total: number }>>,
    paging: { page?: number; pageSize?: number },
    matches: (record: S) => boolean,
  ): Promise<Result<Seen<RecordList<S>>>>
  /** Errors: the route's; HOST_OFFLINE where it was never opened here. */
  get(id: string, fetched: Promise<Result<W>>): Promise<Result<{ record: W; asOf: number; isFromCache: boolean }>>
  /** What an action made of it. */
  keep(record: W): Promise<void>
}

export function seenRecords<S extends Summary, W extends S>(
  cache: PersonCache,
  kind: RecordKind,
  sortAt: (record: S) => number,
): SeenRecords<S, W> {
  const listedMark = `records.${kind}.listed`
  const held = (record: S) => ({ id: record.id, sortAt: sortAt(record), content: record })

  return {
    async list(fetched, paging, matches) {
      const came = await fetched
      if (came.ok) {
        const asOf = Date.now()
        await cache.saveListed(kind, came.value.items.map(held), asOf)
        await cache.setMark(listedMark, String(asOf))
        return ok({ ...came.value, asOf, isFromCache: false })
      }
      const listedAt = await cache.mark(listedMark)
      if (came.error.code !== 'HOST_OFFLINE' || listedAt === null) return came
      const records = (await cache.records(kind)) as S[]
      return ok({ ...pageOf(records.filter(matches), paging), asOf: Number(listedAt), isFromCache: true })
    },

    async get(id, fetched) {
      const came = await fetched
      if (came.ok) {
        const asOf = Date.now()
        await cache.saveWhole(kind, held(came.value), asOf)
        return ok({ record: came.value, asOf, isFromCache: false })
      }
      const kept = came.error.code === 'HOST_OFFLINE' ? await cache.wholeRecord(kind, id) : null
      return kept ? ok({ record: kept.content as W, asOf: kept.at, isFromCache: true }) : fail(came.error)
    },

    keep: (record) => cache.saveWhole(kind, held(record), Date.now()),
  }
}
