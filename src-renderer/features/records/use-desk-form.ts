// A form of the console: what was typed is kept with the id that its submission will have, so that sending it again makes one record.
import type { FormDraft } from '@zhengna/contract/host/records.ts'
import { ok } from '@zhengna/contract/result.ts'
import { uuidv7 } from 'uuidv7'
import { useHost } from '../../host/index.ts'
import { useFormDraft } from './use-form-draft.ts'

export function useDeskForm<Id extends string, Fields extends object>(key: string, blank: () => Fields) {
  const host = useHost()
  const { begin, ...draft } = useFormDraft<Id, Fields>({
    async open() {
      const kept = await host.request('desk.draft', { key })
      if (!kept.ok) return kept
      return ok(kept.value.text === '' ? { id: uuidv7() as Id, fields: null } : (JSON.parse(kept.value.text) as FormDraft<Id, Fields>))
    },
    save: (id, fields) => host.request('desk.saveDraft', { key, text: JSON.stringify({ id, fields }) }),
    blank,
  })
  return {
    ...draft,
    /** It was taken: nothing of it is kept. */
    async taken(): Promise<void> {
      await host.request('desk.saveDraft', { key, text: '' })
      await begin()
    },
  }
}
