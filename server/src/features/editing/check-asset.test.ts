import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '@zhengna/contract/limits.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'
import { workbookOf, zipped } from '../../../../test/support/workbook.ts'
import { checkAsset } from './check-asset.ts'

const seeded = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../../seed/assets', name))
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')
const jpg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)
const pdf = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describe('a file for answers', () => {
  it('is what its name says', async () => {
    expect(await checkAsset('票面.PNG', seeded('invoice-face.png'))).toBe('png')
    expect(await checkAsset('a.webm', seeded('red-invoice.webm'))).toBe('webm')
    expect(await checkAsset('a.xlsx', seeded('special-deduction-checklist.xlsx'))).toBe('xlsx')
    expect(await checkAsset('a.xlsx', await workbookOf([['甲']]))).toBe('xlsx')
    expect(await checkAsset('a.gif', gif)).toBe('gif')
    expect(await checkAsset('a.pdf', pdf)).toBe('pdf')
  })

  it('has one spelling for one kind', async () => {
    expect(await checkAsset('a.jpeg', jpg)).toBe('jpg')
    expect(await checkAsset('a.jpg', jpg)).toBe('jpg')
  })

  it.each<[string, string, Uint8Array]>([
    ['an SVG', 'a.svg', svg],
    ['an SVG under another name', 'a.png', svg],
    ['a picture under another’s name', 'a.png', gif],
    ['a page', 'a.html', Buffer.from('<html>')],
    ['a program', 'a.exe', Buffer.from('MZ')],
    ['a program as a picture', 'a.png', Buffer.from('MZ\u0090')],
    ['a zip as a workbook', 'a.xlsx', zipped({ 'a.txt': 'x' })],
    ['nothing', 'a.png', Buffer.alloc(0)],
    ['one without an end to its name', 'picture', gif],
    ['two ends to its name', 'a.gif.exe', gif],
    ['a name that objects have', 'a.constructor', gif],
  ])('is not %s', async (_, name, bytes) => expect(await codeOf(checkAsset(name, bytes))).toBe('ASSET_TYPE_REFUSED'))

  it('says what it may be', async () =>
    expect(await sentenceOf(checkAsset('a.svg', svg))).toContain('png jpg gif webp webm mp4 pdf docx xlsx'))

  it('has a largest size, told in the message', async () => {
    const large = Buffer.concat([gif, Buffer.alloc(limits.assetMaxBytes)])
    expect(await sentenceOf(checkAsset('a.gif', large))).toBe('文件不能超过 20 兆字节。')
    expect(await checkAsset('a.gif', large.subarray(0, limits.assetMaxBytes))).toBe('gif')
  })
})
