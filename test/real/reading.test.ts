// Asking by picture through a host, without a server and without a line: what is read, how well, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '@zhengna/contract/limits.ts'
import { editDistance } from '../support/edit-distance.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { plainPng, pngHead } from '../support/pictures.ts'
import { fixtureBase64, readingFixtures } from '../support/reading-fixtures.ts'

/** Of a hundred characters of the questions of all pictures, so many may be wrong. */
const WRONG_MAX = 0.015
/** And of any one picture. */
const WRONG_MAX_OF_ONE = 0.2

let host: TestHost
beforeAll(async () => {
  host = await openTestHost('taxpayer', 'http://127.0.0.1:9')
})
afterAll(() => host.remove())

const codeOf = async (picture: string): Promise<string> => {
  const result = await host.tryAsk('reading.read', { picture })
  return result.ok ? 'ok' : result.error.code
}
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')

describe('screenshots of errors', () => {
  let wrong = 0
  let all = 0

  it.each(readingFixtures)('$name asks what its message says', async ({ name, question: wanted }) => {
    const read = await host.ask('reading.read', { picture: fixtureBase64(name) })
    const distance = editDistance(read.question, wanted)
    wrong += distance
    all += wanted.length
    expect(distance / wanted.length, `${read.question} ≠ ${wanted}`).toBeLessThanOrEqual(WRONG_MAX_OF_ONE)
    expect(read.question.length).toBeLessThanOrEqual(200)
    expect(read.confidence).toBeGreaterThan(0.8)
    expect(read.confidence).toBeLessThanOrEqual(1)
  })

  it('there are dozens of them, and hardly a character is wrong', () => {
    console.log(`reading: ${readingFixtures.length} pictures, ${wrong} of ${all} characters wrong (${((100 * wrong) / all).toFixed(2)} %)`)
    expect(readingFixtures.length).toBeGreaterThanOrEqual(24)
    expect(wrong / all).toBeLessThanOrEqual(WRONG_MAX)
  })
})

describe('what is no screenshot', () => {
  it.each([
    ['a text file renamed .png', base64('申报失败，请核对后重新提交。'), 'PICTURE_UNREADABLE'],
    ['something that is not base64', '申报失败', 'PICTURE_UNREADABLE'],
    ['nothing', '', 'PICTURE_UNREADABLE'],
    ['a damaged PNG', fixtureBase64('quota').slice(0, 8_000), 'PICTURE_UNREADABLE'],
    ['a picture of one pixel', base64(plainPng(1, 1)), 'PICTURE_HAS_NO_TEXT'],
    ['a picture without text', base64(plainPng(400, 300, 120)), 'PICTURE_HAS_NO_TEXT'],
    ['a picture with too many pixels', base64(pngHead(9_000, 9_000)), 'PICTURE_TOO_LARGE'],
    ['a picture with too many bytes', base64(new Uint8Array(limits.pictureMaxBytes + 1)), 'PICTURE_TOO_LARGE'],
    ['more than a request may hold', 'A'.repeat(limits.pictureBase64MaxLength + 1), 'REQUEST_INVALID'],
  ])('%s is refused with its reason', async (_, picture, code) => {
    expect(await codeOf(picture)).toBe(code)
  })
})
