// 纳税人标签 as the dialog looks through them: all, and a page of those who have one.
import type { TagCount, TaggedTaxpayer, TaggingResult } from '@zhengna/contract/domain/taxpayer-tag.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export const taggedPerPage = 10

export function useTags() {
  const host = useHost()
  const tags = shallowRef<readonly TagCount[]>([])
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const opened = ref<string | null>(null)
  const tagged = shallowRef<readonly TaggedTaxpayer[]>([])
  const total = ref(0)
  const offset = ref(0)

  async function load(): Promise<void> {
    const got = await host.request('tags.list', {})
    failure.value = got.ok ? null : got.error
    if (!got.ok) return
    tags.value = got.value.tags
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    const tag = opened.value
    if (tag === null) return
    const query = { page: next / taggedPerPage + 1, pageSize: taggedPerPage } as const
    const page = await host.request('tags.tagged', { params: { tag }, query })
    if (opened.value !== tag) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    offset.value = next
    tagged.value = page.value.items
    total.value = page.value.total
  }
  async function open(tag: string | null): Promise<void> {
    opened.value = tag
    tagged.value = []
    total.value = 0
    await turnTo(0)
  }
  async function give(tag: string, taxpayerNumbers: string[]): Promise<Result<TaggingResult>> {
    const given = await host.request('tags.give', { params: { tag }, body: { taxpayerNumbers } })
    if (given.ok) {
      await load()
      await open(tags.value.some(({ name }) => name === tag) ? tag : null)
    }
    return given
  }
  async function take(tag: string, { id }: TaggedTaxpayer): Promise<Failure | null> {
    const taken = await host.request('tags.take', { params: { tag, personId: id } })
    if (!taken.ok) return taken.error
    tags.value = taken.value.tags
    const isGone = !tags.value.some(({ name }) => name === tag)
    // The last of a page: the one before it is shown.
    if (isGone) await open(null)
    else await turnTo(tagged.value.length === 1 ? Math.max(0, offset.value - taggedPerPage) : offset.value)
    return null
  }

  return { tags, isLoaded, failure, opened, tagged, total, offset, load, open, turnTo, give, take }
}
