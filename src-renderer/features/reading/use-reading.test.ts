// @vitest-environment happy-dom
import type { PictureReading } from '@zhengna/contract/host/reading.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok, type Failure, type Result } from '@zhengna/contract/result.ts'
import { describe, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { installHost } from '../../host/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { useReading } from './use-reading.ts'

const quota: PictureReading = { question: '发票额度不足', text: '提示\n发票额度不足\n确定', confidence: 0.97, ms: 300 }
const screenshot = new Blob(['a picture'])

interface Circumstances {
  readonly answer?: () => PictureReading
  readonly normalise?: () => Promise<Result<string>>
  readonly send?: (question: string) => Promise<Failure | null>
}

function readingWith({ answer, normalise = async () => ok('AAAA'), send = async () => null }: Circumstances = {}) {
  const host = fakeHost(answer ? { 'reading.read': answer } : {})
  installHost(host)
  const scope = effectScope()
  const reading = scope.run(() => useReading(send, normalise))!
  return { host, reading, leave: () => scope.stop() }
}

describe('asking by picture', () => {
  test('a picture becomes a question to correct', async () => {
    const { reading, host } = readingWith({ answer: () => quota })
    const read = reading.read(screenshot)
    expect(reading.state.value).toBe('reading')
    await read
    expect(reading.state.value).toBe('read')
    expect(reading.question.value).toBe('发票额度不足')
    expect(reading.isUnsure.value).toBe(false)
    expect(host.asked).toContainEqual({ name: 'reading.read', params: { picture: 'AAAA' } })
  })

  test('a question that was read badly is marked', async () => {
    const { reading } = readingWith({ answer: () => ({ ...quota, confidence: 0.6 }) })
    await reading.read(screenshot)
    expect(reading.isUnsure.value).toBe(true)
  })

  test('what was corrected is what is sent, and then all is closed', async () => {
    const send = vi.fn(async () => null)
    const { reading } = readingWith({ answer: () => quota, send })
    await reading.read(screenshot)
    reading.question.value = ' 发票额度不够怎么办 '
    expect(await reading.ask()).toBe(true)
    expect(send.mock.calls).toEqual([['发票额度不够怎么办']])
    expect(reading.state.value).toBe('none')
  })

  test('when sending fails, the question stays with the reason', async () => {
    const { reading } = readingWith({ answer: () => quota, send: async () => failure('HOST_STORE_FAILED') })
    await reading.read(screenshot)
    expect(await reading.ask()).toBe(false)
    expect(reading.question.value).toBe('发票额度不足')
    expect(reading.failure.value?.code).toBe('HOST_STORE_FAILED')
  })

  test('nothing is sent twice, and nothing empty', async () => {
    const send = vi.fn(async () => null)
    const { reading } = readingWith({ answer: () => quota, send })
    await reading.read(screenshot)
    reading.question.value = '  '
    expect(await reading.ask()).toBe(false)
    reading.question.value = '发票额度不足'
    await Promise.all([reading.ask(), reading.ask()])
    expect(send).toHaveBeenCalledTimes(1)
  })

  test('all that was read can be asked instead, and each keeps its corrections', async () => {
    const { reading } = readingWith({ answer: () => quota })
    await reading.read(screenshot)
    reading.question.value = '发票额度不够'
    reading.isWhole.value = true
    expect(reading.question.value).toBe('提示\n发票额度不足\n确定')
    reading.isWhole.value = false
    expect(reading.question.value).toBe('发票额度不够')
  })

  test('what could not be read says why and can be tried again', async () => {
    const { reading, host } = readingWith()
    await reading.read(screenshot)
    expect(reading.failure.value?.code).toBe('HOST_OFFLINE')
    await reading.retry()
    expect(host.asked.filter(({ name }) => name === 'reading.read')).toHaveLength(2)
  })

  test('what is no picture never reaches the host', async () => {
    const { reading, host } = readingWith({ normalise: async () => fail(failure('PICTURE_UNREADABLE')) })
    await reading.read(screenshot)
    expect(reading.failure.value?.code).toBe('PICTURE_UNREADABLE')
    expect(host.asked).toEqual([])
  })

  test('of two pictures, the later one is asked about, whichever is ready first', async () => {
    const first = Promise.withResolvers<Result<string>>()
    const pictures = [first.promise, Promise.resolve(ok('second'))]
    const { reading, host } = readingWith({ answer: () => quota, normalise: () => pictures.shift()! })
    const early = reading.read(screenshot)
    await reading.read(screenshot)
    first.resolve(ok('first'))
    await early
    expect(host.asked).toEqual([{ name: 'reading.read', params: { picture: 'second' } }])
    expect(reading.state.value).toBe('read')
  })

  test('a picture that was given up while it was read does not come back', async () => {
    const { reading } = readingWith({ answer: () => quota })
    const read = reading.read(screenshot)
    // It is with the host by now.
    await Promise.resolve()
    reading.close()
    await read
    expect(reading.state.value).toBe('none')
  })

  test('the picture leaves the memory with the panel', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    const { reading, leave } = readingWith({ answer: () => quota })
    await reading.read(screenshot)
    leave()
    expect(revoke).toHaveBeenCalledTimes(1)
    revoke.mockRestore()
  })
})
