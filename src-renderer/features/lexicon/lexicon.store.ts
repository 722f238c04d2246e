// The lexicon as the server has it, and what editors do to it.
import type { Concept, OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { ConceptId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

type SavedConcept = HostReply<'editing.saveConcept'>

export const useLexiconStore = defineStore('lexicon', () => {
  const host = useHost()
  const held = shallowRef<HostReply<'editing.getLexicon'> | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const concepts = computed(() => held.value?.lexicon.concepts ?? [])
  const elsewhere = computed(() => held.value?.lexicon.elsewhere ?? [])
  let round = 0
  const usesOf = (id: ConceptId): number => held.value?.uses[id] ?? 0

  async function open(): Promise<void> {
    const own = ++round
    failure.value = null
    const got = await host.request('editing.getLexicon', {})
    // A slow reply must not bring back what was changed since.
    if (own !== round) return
    if (got.ok) held.value = got.value
    else if (!held.value) failure.value = got.error
  }

  /** At once, without waiting: the server counts uses anew for every lexicon, and builds its engine meanwhile. */
  function show(concepts: readonly Concept[]): void {
    if (held.value) held.value = { ...held.value, lexicon: { ...held.value.lexicon, concepts: [...concepts] } }
    void open()
  }

  async function saveConcept({ id, role, names }: Concept): Promise<Result<SavedConcept>> {
    const saved = await host.request('editing.saveConcept', { params: { conceptId: id }, body: { role, names } })
    if (saved.ok) {
      const { concept } = saved.value
      const isKnown = concepts.value.some((other) => other.id === id)
      show(isKnown ? concepts.value.map((other) => (other.id === id ? concept : other)) : [...concepts.value, concept])
    }
    return saved
  }
  async function removeConcept(id: ConceptId): Promise<Failure | null> {
    const removed = await host.request('editing.removeConcept', { params: { conceptId: id } })
    if (removed.ok || removed.error.code === 'CONCEPT_NOT_FOUND') show(concepts.value.filter((other) => other.id !== id))
    return removed.ok ? null : removed.error
  }

  /**
   * Offices are saved as one list: it is asked for anew, so that what others changed meanwhile stays.
   * `before` null: a new one; `after` null: removed. 'changed': somebody else changed this very office.
   */
  async function changeOffice(before: OtherOffice | null, after: OtherOffice | null): Promise<Failure | 'changed' | null> {
    round += 1
    const fresh = await host.request('editing.getLexicon', {})
    if (!fresh.ok) return fresh.error
    held.value = fresh.value
    const offices = [...fresh.value.lexicon.elsewhere]
    const place = before ? offices.findIndex((office) => JSON.stringify(office) === JSON.stringify(before)) : offices.length
    if (place === -1) return 'changed'
    offices.splice(place, 1, ...(after ? [after] : []))
    const saved = await host.request('editing.saveOtherOffices', { body: { elsewhere: offices } })
    if (!saved.ok) return saved.error
    held.value = { ...fresh.value, lexicon: { ...fresh.value.lexicon, elsewhere: saved.value.elsewhere } }
    return null
  }

  return { held, concepts, elsewhere, failure, usesOf, open, saveConcept, removeConcept, changeOffice }
})
