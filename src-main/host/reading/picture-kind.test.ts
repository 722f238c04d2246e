import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { limits } from '@zhengna/contract/limits.ts'
import { emptyBmp, gifHead, pngHead } from '../../../test/support/pictures.ts'
import { checkPicture } from './picture-kind.ts'

const codeOf = (bytes: Uint8Array): string => {
  const checked = checkPicture(bytes)
  return checked.ok ? checked.kind : checked.error.code
}

describe('a picture is judged by its content', () => {
  it('a screenshot is a PNG', () => {
    expect(codeOf(readFileSync('test/fixtures/reading/quota.png'))).toBe('png')
  })
  it('a text file renamed .png is refused', () => {
    expect(codeOf(Buffer.from('申报失败，请核对后重新提交。'))).toBe('PICTURE_UNREADABLE')
  })
  it('a vector drawing is refused: it may carry a program', () => {
    expect(codeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBe('PICTURE_UNREADABLE')
  })
  it('nothing at all is refused', () => {
    expect(codeOf(new Uint8Array())).toBe('PICTURE_UNREADABLE')
  })
  it('other kinds that a camera or a clipboard gives are known', () => {
    expect(codeOf(emptyBmp(20, 10))).toBe('bmp')
    expect(codeOf(gifHead(20, 10))).toBe('gif')
  })
  it('a picture without area is refused', () => {
    expect(codeOf(pngHead(0, 10))).toBe('PICTURE_UNREADABLE')
  })
})

describe('a picture over the limit is refused before it is unpacked', () => {
  it('by its bytes', () => {
    expect(codeOf(new Uint8Array(limits.pictureMaxBytes + 1))).toBe('PICTURE_TOO_LARGE')
  })
  it('by the pixels it claims', () => {
    expect(codeOf(pngHead(8_000, 5_000))).toBe('png')
    expect(codeOf(pngHead(8_001, 5_000))).toBe('PICTURE_TOO_LARGE')
  })
})
