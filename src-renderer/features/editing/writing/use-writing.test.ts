// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { aContent, anId, aRevision, installFakeEditing, me, opened } from '../editing.fixture.ts'
import { useWriting } from './use-writing.ts'

let scope: EffectScope
const changed = (name: string) => ({ failure: failure('REVISION_CHANGED_MEANWHILE', { name }) })
const typed = aContent({ note: '我写的' })
const theirs = aRevision({ lock: 9, content: aContent({ note: '对方写的' }) })

function write(answers: Record<string, (params: never) => unknown> = {}) {
  const { host } = installFakeEditing(answers)
  scope = effectScope()
  const writing = scope.run(() => useWriting(me))!
  return { writing, saves: () => host.asked.filter(({ name }) => name === 'editing.saveRevision').map(({ params }) => params) }
}

describe('a draft being written', () => {
  beforeEach(() => localStorage.clear())
  afterEach(() => scope.stop())

  test('is dirty from the first change until it is saved, and as typed afterwards', async () => {
    const { writing, saves } = write({ 'editing.saveRevision': () => ({ revision: aRevision({ lock: 8 }) }) })
    writing.startFrom(opened())
    expect(writing.isDirty.value).toBe(false)
    writing.content.value = typed
    expect(writing.isDirty.value).toBe(true)
    expect(await writing.save()).toBe(true)
    expect(saves()).toEqual([{ params: { articleId: anId, version: 1 }, body: { content: typed, lock: 7 } }])
    expect(writing.isDirty.value).toBe(false)
    expect(writing.content.value).toEqual(typed)
    expect(writing.base.value?.lock).toBe(8)
  })

  test('what could not be kept is not sent', async () => {
    const { writing, saves } = write()
    writing.startFrom(opened())
    writing.content.value = aContent({ question: '啊' })
    expect(await writing.save()).toBe(false)
    expect(writing.faults.value.map(({ name }) => name)).toEqual(['question'])
    expect(saves()).toEqual([])
  })

  test('a failure leaves what was typed, in the window and on this machine', async () => {
    const first = write({})
    first.writing.startFrom(opened())
    first.writing.content.value = typed
    expect(await first.writing.save()).toBe(false)
    expect(first.writing.failure.value?.code).toBe('HOST_OFFLINE')
    expect(first.writing.content.value).toEqual(typed)
    scope.stop()

    const second = write({})
    second.writing.startFrom(opened())
    expect(second.writing.content.value).toEqual(typed)
    expect(second.writing.restoredAt.value).not.toBeNull()
    second.writing.giveUp()
    expect(second.writing.content.value).toEqual(aContent())
    scope.stop()

    const third = write({})
    third.writing.startFrom(opened())
    expect(third.writing.isDirty.value).toBe(false)
  })

  test('who comes second sees who was first and what they wrote, and may put their own text over it', async () => {
    const { writing, saves } = write({
      'editing.saveRevision': ({ body }: { body: { lock: number } }) =>
        body.lock === 9 ? { revision: aRevision({ lock: 10 }) } : changed('乙'),
      'editing.getRevision': () => ({ revision: theirs }),
    })
    writing.startFrom(opened())
    writing.content.value = typed
    expect(await writing.save()).toBe(false)
    expect(writing.conflict.value?.failure.message).toContain('乙刚刚修改了该版本')
    expect(writing.conflict.value?.theirs.content.note).toBe('对方写的')
    expect(writing.content.value).toEqual(typed)
    expect(await writing.overwrite()).toBe(true)
    expect(writing.conflict.value).toBeNull()
    expect(saves().at(-1)).toEqual({ params: { articleId: anId, version: 1 }, body: { content: typed, lock: 9 } })
  })

  test('or take theirs', async () => {
    const { writing } = write({ 'editing.saveRevision': () => changed('乙'), 'editing.getRevision': () => ({ revision: theirs }) })
    writing.startFrom(opened())
    writing.content.value = typed
    await writing.save()
    writing.takeTheirs()
    expect(writing.content.value).toEqual(theirs.content)
    expect(writing.isDirty.value).toBe(false)
  })

  test('what was found unsaved does not go over what somebody saved since', async () => {
    const first = write({})
    first.writing.startFrom(opened())
    first.writing.content.value = typed
    scope.stop()

    const { writing, saves } = write({ 'editing.saveRevision': () => changed('乙'), 'editing.getRevision': () => ({ revision: theirs }) })
    writing.startFrom(opened({ open: theirs }))
    expect(writing.content.value).toEqual(typed)
    await writing.save()
    expect(saves()).toEqual([{ params: { articleId: anId, version: 1 }, body: { content: typed, lock: 7 } }])
    expect(writing.conflict.value?.theirs).toEqual(theirs)
  })

  test('a new article is made once, and saved from then on', async () => {
    const { writing, saves } = write({
      'editing.createArticle': () => ({ revision: aRevision() }),
      'editing.saveRevision': () => ({ revision: aRevision({ lock: 8 }) }),
    })
    writing.startNew(aContent({ question: '' }))
    writing.content.value = aContent()
    expect(await writing.save()).toBe(true)
    expect(writing.base.value?.articleId).toBe(anId)
    writing.content.value = typed
    expect(await writing.save()).toBe(true)
    expect(saves()).toHaveLength(1)
  })

  test('in review there is nothing to write in', () => {
    const { writing } = write()
    expect(writing.startFrom(opened({ open: aRevision({ state: 'review' }) }))).toBe(false)
  })
})
