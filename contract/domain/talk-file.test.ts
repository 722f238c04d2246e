import { describe, expect, it } from 'vitest'
import { talkFile } from '../../test/support/talk-files.ts'
import { isAttachmentContent } from './attachment-content.ts'
import { judgedFile } from './attachment-use.ts'
import { isTalkPicture, talkExtensionOf, talkExtensions, talkPictureAccept, type TalkExtension } from './talk-file.ts'
import { zipped } from '../../test/support/workbook.ts'

const MEGABYTE = 1024 * 1024
/** A document of today’s Office is a zip, a drawing is a text, and each may go by that name. */
const goesAs: Partial<Record<TalkExtension, readonly TalkExtension[]>> = { xlsx: ['zip'], docx: ['zip'], svg: ['txt'], xbm: ['txt'] }

describe('the manual’s lists', () => {
  it.each('tif pjp xbm jxl svgz jpg gpeg ico tiff gif svg jfif webp png bmp pjeg avif jpeg pjpeg'.split(' '))(
    'take a picture .%s',
    (ending) => {
      const extension = talkExtensionOf(`发票.${ending.toUpperCase()}`)
      expect(extension && isTalkPicture(extension)).toBe(true)
      expect(talkPictureAccept.split(',')).toContain(`.${ending}`)
    },
  )
  it.each('txt xls xlsx doc docx pdf zip rar dbf'.split(' '))('take a file .%s', (ending) => {
    expect(talkExtensionOf(`材料.${ending}`)).toBe(ending)
    expect(isTalkPicture(ending)).toBe(false)
  })
  it('take nothing else', () => {
    for (const name of ['a', 'a.exe', 'a.png.exe', 'a.mp4', 'a.constructor', 'png', 'a.html'])
      expect(talkExtensionOf(name), name).toBeNull()
  })
})

describe.each(talkExtensions)('the content of a %s', (extension) => {
  it('goes under its own name, and no other kind’s', async () => {
    const bytes = await talkFile(extension)
    const accepted = talkExtensions.filter((named) => isAttachmentContent(named, bytes))
    expect(accepted.toSorted()).toEqual([extension, ...(goesAs[extension] ?? [])].toSorted())
  })
  it('that is a program, zeros, or nothing goes under none', () => {
    for (const bytes of [Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), new Uint8Array(4_096), new Uint8Array()])
      expect(isAttachmentContent(extension, bytes)).toBe(false)
  })
})

it('a drawing may begin with a mark, a declaration, a comment and a type; a page with one in it is none', () => {
  const svg = (text: string): boolean => isAttachmentContent('svg', Buffer.from(text))
  expect(svg('\ufeff<?xml version="1.0"?>\n<!-- x --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg xmlns="x"/>')).toBe(true)
  expect(svg('<html><body><svg/></body></html>')).toBe(false)
})

it('a table whose rows do not fit into the file is none', async () => {
  const bytes = await talkFile('dbf')
  bytes.writeUInt32LE(1_000_000, 4)
  expect(isAttachmentContent('dbf', bytes)).toBe(false)
})

describe('a file for a talk', () => {
  const codeOf = (name: string, sizeBytes: number) => {
    const judged = judgedFile('talk', { name, sizeBytes })
    return judged.ok ? judged.extension : judged.error.code
  }
  it('is smaller than 10 megabytes, and not empty', () => {
    expect(codeOf('a.pdf', 10 * MEGABYTE - 1)).toBe('pdf')
    expect(codeOf('a.pdf', 10 * MEGABYTE)).toBe('TALK_FILE_TOO_LARGE')
    expect(codeOf('a.pdf', 0)).toBe('ATTACHMENT_EMPTY')
  })
  it('is on the talk’s lists, as one for a record is on the record’s', () => {
    expect(codeOf('a.mp4', 9)).toBe('TALK_FILE_TYPE_REFUSED')
    expect(judgedFile('record', { name: 'a.mp4', sizeBytes: 9 }).ok).toBe(true)
    expect(judgedFile('record', { name: 'a.zip', sizeBytes: 9 }).ok).toBe(false)
    expect(isAttachmentContent('zip', zipped({ 'a.txt': 'x' }))).toBe(true)
  })
})
