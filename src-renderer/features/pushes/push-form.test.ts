import { noticePlaces } from '@zhengna/contract/domain/notice-place.ts'
import { everybody } from '@zhengna/contract/domain/push-audience.ts'
import type { PushContent, PushLink } from '@zhengna/contract/domain/push-record.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { describe, expect, test } from 'vitest'
import { momentTyped, nextHour, timesOfDay, typedOf } from './beijing-time.ts'
import { blankForm, contentOf, faultsOf, formOf, type PushForm } from './push-form.ts'

const content = (link: PushLink | null): PushContent => ({ kind: 'info', title: '题', text: '文', link, audience: everybody })
const filled = (change: Partial<PushForm>): PushForm => ({ ...blankForm(), title: '题', text: '文', ...change })

describe('the form of a push', () => {
  test.each<PushLink | null>([
    null,
    { to: 'web', url: 'https://example.com/' },
    { to: 'article', articleId: 'vat' as ArticleId, question: '增值税？' },
    ...noticePlaces.map((place) => ({ to: 'place' as const, place })),
  ])('takes the link %j and gives it back', (link) => {
    expect(contentOf(formOf(content(link)))).toEqual(content(link))
  })

  test('keeps what was filled in for another kind of link, and saves the chosen one alone', () => {
    const form = filled({ linkTo: 'place', url: 'https://example.com/' })
    expect(contentOf(form).link).toEqual({ to: 'place', place: 'my-notices' })
  })

  test.each<[Partial<PushForm>, object]>([
    [{ title: ' ' }, { title: 'titleMissing' }],
    [{ text: '' }, { text: 'textMissing' }],
    [{ text: '文'.repeat(2_001) }, { text: 'tooLong' }],
    [{ linkTo: 'article' }, { link: 'articleMissing' }],
    [{ linkTo: 'web', url: 'http://example.com' }, { link: 'urlWrong' }],
    [{ linkTo: 'web', url: 'https://' }, { link: 'urlWrong' }],
    [{ linkTo: 'web', url: ' https://example.com ' }, {}],
    [{ linkTo: '', url: 'nonsense' }, {}],
  ])('%j is found fault with as %j', (change, faults) => {
    expect(faultsOf(filled(change))).toEqual(faults)
  })
})

describe('the time of sending', () => {
  test('typed is Beijing’s, wherever this machine stands', () => {
    expect(momentTyped({ day: '2026-12-01', time: '09:30' })).toBe(Date.parse('2026-12-01T01:30:00Z'))
    expect(typedOf(Date.parse('2026-12-01T01:30:00Z'))).toEqual({ day: '2026-12-01', time: '09:30' })
    expect(momentTyped({ day: '', time: '09:30' })).toBeNull()
  })
  test('begins as the next full hour', () => {
    const { time } = typedOf(nextHour(Date.parse('2026-12-01T01:30:00Z')))
    expect(time).toBe('10:00')
    expect(timesOfDay).toContain(time)
  })
})
