// With the real engine, on real and on wrong pictures.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { questionFromPicture } from '@zhengna/answering/reading/question.ts'
import type { ReadLine } from '@zhengna/answering/reading/read-line.ts'
import type { Result } from '@zhengna/contract/result.ts'
import { emptyBmp, gifHead, plainPng } from '../../../test/support/pictures.ts'
import { createPictureReader } from './picture-reader.ts'

const quota = readFileSync('test/fixtures/reading/quota.png')
const said: string[] = []
const reader = createPictureReader((line) => said.push(line))
afterEach(() => vi.useRealTimers())

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
const textOf = (result: Result<readonly ReadLine[]>): string => (result.ok ? questionFromPicture(result.value).text : result.error.code)

describe('the reader of pictures', () => {
  it('does not run before the first picture', () => {
    expect(reader.isRunning()).toBe(false)
  })
  it('reads a screenshot, and says nothing of it in the log', async () => {
    expect(textOf(await reader.read(quota))).toContain('您的发票额度不足')
    expect(said).toEqual([])
  })
  it('a cut-off PNG is unreadable, and the next picture is read all the same', async () => {
    expect(codeOf(await reader.read(quota.subarray(0, 9_000)))).toBe('PICTURE_UNREADABLE')
    expect(codeOf(await reader.read(quota))).toBe('ok')
  })
  it('a PNG with a byte changed within is unreadable', async () => {
    const changed = Buffer.from(quota)
    changed[6_000] = (changed[6_000] ?? 0) ^ 0xff
    expect(codeOf(await reader.read(changed))).toBe('PICTURE_UNREADABLE')
  })
  it('a GIF that is nothing but its head is unreadable', async () => {
    expect(codeOf(await reader.read(gifHead(30, 30)))).toBe('PICTURE_UNREADABLE')
  })
  it.each([
    ['of one pixel', plainPng(1, 1)],
    ['without text', plainPng(300, 200, 90)],
    ['of another kind', emptyBmp(120, 80)],
  ])('a picture %s has no text', async (_, picture) => {
    expect(textOf(await reader.read(picture))).toBe('')
  })
  it('pictures are read one after the other, and more than a few are refused', async () => {
    const results = await Promise.all([quota, quota, quota, quota].map((picture) => reader.read(picture)))
    expect(results.map(codeOf)).toEqual(['ok', 'ok', 'ok', 'PICTURE_READER_BUSY'])
  })
})

describe('its worker', () => {
  it('is ended when no picture came for five minutes, and started again with the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await reader.read(quota)
    await vi.advanceTimersByTimeAsync(299_000)
    expect(reader.isRunning()).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(reader.isRunning()).toBe(false)
    vi.useRealTimers()
    expect(codeOf(await reader.read(quota))).toBe('ok')
  })
  it('is ended when a picture takes more than 20 seconds, and started anew for the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const reading = reader.read(quota)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(codeOf(await reading)).toBe('PICTURE_READING_TIMED_OUT')
    expect(reader.isRunning()).toBe(false)
    vi.useRealTimers()
    expect(codeOf(await reader.read(quota))).toBe('ok')
  })
  it('ends with the reader, and so does what is under way', async () => {
    const reading = reader.read(quota)
    const waiting = reader.read(quota)
    await reader.close()
    await reader.close()
    expect([codeOf(await reading), codeOf(await waiting), codeOf(await reader.read(quota))]).toEqual([
      'PICTURE_READER_FAILED',
      'PICTURE_READER_FAILED',
      'PICTURE_READER_FAILED',
    ])
    expect(reader.isRunning()).toBe(false)
  })
})
