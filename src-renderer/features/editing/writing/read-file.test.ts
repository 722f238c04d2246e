import { limits } from '@zhengna/contract/limits.ts'
import { expect, test } from 'vitest'
import { refusalOf } from './read-file.ts'

const file = (name: string, size = 100) => ({ name, size })

test('each part takes its own kind of file, by the end of the name in any case', () => {
  expect(refusalOf('picture', file('报表.PNG'))).toBeNull()
  expect(refusalOf('picture', file('照片.jpeg'))).toBeNull()
  expect(refusalOf('video', file('演示.mp4'))).toBeNull()
  expect(refusalOf('file', file('样表.xlsx'))).toBeNull()
  expect(refusalOf('picture', file('演示.mp4'))?.code).toBe('ASSET_TYPE_REFUSED')
  expect(refusalOf('file', file('程序.exe'))?.message).toContain('pdf')
  expect(refusalOf('file', file('没有扩展名'))?.code).toBe('ASSET_TYPE_REFUSED')
})

test('what is too large is refused in words before it is sent', () => {
  expect(refusalOf('picture', file('a.png', limits.assetMaxBytes))).toBeNull()
  expect(refusalOf('picture', file('a.png', limits.assetMaxBytes + 1))?.message).toBe('文件不能超过 20 兆字节。')
})
