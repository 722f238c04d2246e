// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { droppedFile, pastedPicture } from './picture-in.ts'

const picture = new File(['…'], 'screenshot.png', { type: 'image/png' })
const paper = new File(['…'], 'report.pdf', { type: 'application/pdf' })
const holding = (files: File[], types: string[] = ['Files']) => ({ files, types }) as unknown as DataTransfer

describe('what was pasted', () => {
  test('a screenshot is a picture to read', () => {
    expect(pastedPicture(holding([picture]))).toBe(picture)
  })
  test('text that brings a picture along, as a table does, is text', () => {
    expect(pastedPicture(holding([picture], ['text/plain', 'text/html', 'Files']))).toBeNull()
  })
  test('another file is none', () => {
    expect(pastedPicture(holding([paper]))).toBeNull()
    expect(pastedPicture(null)).toBeNull()
  })
})

describe('what was dropped', () => {
  test('is taken as it is: one that is no picture is told so', () => {
    expect(droppedFile(holding([paper, picture]))).toBe(paper)
    expect(droppedFile(holding([]))).toBeNull()
  })
})
