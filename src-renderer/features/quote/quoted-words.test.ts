import { expect, it } from 'vitest'
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import { anAnswer } from '../chat/chat.fixture.ts'
import { quotedWords } from './quoted-words.ts'

const attachment = { id: 'a', name: '报错.png', extension: 'png', sizeBytes: 1 } as Attachment

it('a message is quoted in one line: its words, its question, the name of its file', () => {
  expect(quotedWords({ kind: 'text', text: '**这里**\n报错' })).toEqual({ kind: 'words', text: '这里 报错' })
  expect(quotedWords(anAnswer('q', { question: '怎样办理？' }))).toEqual({ kind: 'words', text: '怎样办理？' })
  expect(quotedWords({ kind: 'picture', attachment, size: null })).toEqual({ kind: 'picture', name: '报错.png' })
  expect(quotedWords({ kind: 'file', attachment })).toEqual({ kind: 'file', name: '报错.png' })
})

it('one that was taken back says nothing, and a long one no more than there is room for', () => {
  expect(quotedWords({ kind: 'retracted', text: null })).toEqual({ kind: 'retracted' })
  expect(quotedWords({ kind: 'text', text: '长'.repeat(500) })).toEqual({ kind: 'words', text: '长'.repeat(120) })
})
