// What a form offers, as it came last: so that it opens with no line, and what was typed in it shows.
import type { Seen } from '@zhengna/contract/host/records.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import type { FormName } from '../cache/form-draft-store.ts'
import type { PersonCache } from '../cache/cache.ts'

/** Errors: the route's; HOST_OFFLINE where the form was never opened here. */
export async function seenForm<F extends object>(
  cache: PersonCache,
  form: FormName,
  fetched: Promise<Result<F>>,
): Promise<Result<Seen<F>>> {
  const mark = `forms.${form}`
  const came = await fetched
  if (came.ok) {
    const seen = { ...came.value, asOf: Date.now(), isFromCache: false }
    await cache.setMark(mark, JSON.stringify(seen))
    return ok(seen)
  }
  const kept = came.error.code === 'HOST_OFFLINE' ? await cache.mark(mark) : null
  return kept === null ? came : ok({ ...(JSON.parse(kept) as Seen<F>), isFromCache: true })
}
