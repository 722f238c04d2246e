import { describe, expect, it } from 'vitest'
import { attachmentFiles, docxParts, foreignMp4, ole2Of } from '../../../../test/support/attachment-files.ts'
import { zipped } from '../../../../test/support/workbook.ts'
import { recordExtensionOf, recordExtensions, type RecordExtension } from '@zhengna/contract/domain/attachment.ts'
import { isAttachmentContent } from '@zhengna/contract/domain/attachment-content.ts'

/** Writer’s documents are Word’s under another name. */
const alike: readonly (readonly RecordExtension[])[] = [['doc', 'wps']]
const areAlike = (one: RecordExtension, other: RecordExtension): boolean =>
  one === other || alike.some((group) => group.includes(one) && group.includes(other))

describe('an attachment’s content', () => {
  it.each(recordExtensions)('of a %s is what its name says, and no other kind’s', (extension) => {
    const accepted = recordExtensions.filter((named) => isAttachmentContent(named, attachmentFiles[extension]))
    expect(accepted).toEqual(recordExtensions.filter((named) => areAlike(named, extension)))
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a program', Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1')],
    ['a program of Linux', Buffer.from('\u007fELF\u0002\u0001\u0001\0', 'latin1')],
    ['zeros', new Uint8Array(4096)],
    ['a zip of something else', zipped({ 'readme.txt': 'x' })],
    ['half a zip', zipped(docxParts).subarray(0, -30)],
    ['a document with macros', zipped({ ...docxParts, 'word/vbaProject.bin': 'x' })],
    ['an OLE2 file of an installer', ole2Of('Installer')],
    ['a photograph of another kind', foreignMp4('heic')],
    ['QuickTime', foreignMp4('qt  ')],
  ])('that is %s goes under no name', (_, bytes) =>
    expect(recordExtensions.filter((named) => isAttachmentContent(named, bytes))).toEqual([]),
  )

  it('is judged in a part of a larger memory as in one of its own', () => {
    const around = Buffer.concat([Buffer.alloc(7, 1), attachmentFiles.docx, Buffer.alloc(3)])
    expect(isAttachmentContent('docx', around.subarray(7, -3))).toBe(true)
  })

  it('may be a sound with a title before it, or a camera’s video', () => {
    expect(isAttachmentContent('mp3', Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'), attachmentFiles.mp3]))).toBe(true)
    for (const brand of ['mp42', 'avc1', 'XAVC', 'M4V ']) expect(isAttachmentContent('mp4', foreignMp4(brand)), brand).toBe(true)
  })
})

describe('a text', () => {
  const text = (...bytes: readonly number[]): boolean => isAttachmentContent('txt', Uint8Array.from(bytes))

  it('is UTF-8 with or without a mark, GB18030, or UTF-16 with its mark', () => {
    expect(text(...Buffer.from('﻿留言'))).toBe(true)
    expect(text(...Buffer.from('Only Latin\tletters\r\n'))).toBe(true)
    // 税务, and a letter of four bytes
    expect(text(0xcb, 0xb0, 0xce, 0xf1, 0x81, 0x30, 0x89, 0x38)).toBe(true)
    expect(text(0xff, 0xfe, ...Buffer.from('税务', 'utf16le'))).toBe(true)
    expect(text(0xfe, 0xff, ...Buffer.from('税务', 'utf16le').swap16())).toBe(true)
  })

  it('has no control characters, no half letters, and is not empty', () => {
    expect(text()).toBe(false)
    expect(text(65, 0, 66)).toBe(false)
    expect(text(65, 27, 66)).toBe(false)
    expect(text(0xcb)).toBe(false)
    expect(text(0xff, 0xfe, 65)).toBe(false)
    expect(text(0xff, 0xfe, 0, 0)).toBe(false)
  })
})

it('a name’s end says the kind, in any letters; jpeg is jpg', () => {
  expect(['a.PNG', 'b.jpeg', 'c.tar.docx', '.pdf'].map(recordExtensionOf)).toEqual(['png', 'jpg', 'docx', 'pdf'])
  expect(['a', 'a.exe', 'a.png.exe', 'a.constructor', 'png', 'a.svg'].map(recordExtensionOf)).toEqual([null, null, null, null, null, null])
})
