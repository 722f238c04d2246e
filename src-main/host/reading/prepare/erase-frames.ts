// Takes borders, rules and icons out of a flattened picture: their corners would be read as characters at the ends of lines.
import type { Grey } from './grey.ts'

const INK_BELOW = 205
/** In heights of the text. */
const TALLEST = 2.6
const FRAME_TALLER_THAN = 1.4
const RULE_LONGER_THAN = 4
const RULE_THINNER_THAN = 0.3
/** Share of its box that is ink: strokes fill more, a ring or a frame less. */
const FRAME_INK_MAX = 0.16
const PAPER = 255

interface Blob {
  readonly members: readonly number[]
  readonly widthPx: number
  readonly heightPx: number
}

export function eraseFrames(picture: Grey, textHeightPx: number): Grey {
  const { width, height, pixels } = picture
  const cleaned = new Uint8Array(pixels)
  const seen = new Uint8Array(pixels.length)
  for (let index = 0; index < pixels.length; index += 1) {
    if (seen[index] || pixels[index]! >= INK_BELOW) continue
    const blob = blobAt(picture, index, seen)
    if (isFrame(blob, textHeightPx)) for (const member of blob.members) cleaned[member] = PAPER
  }
  return { width, height, pixels: cleaned }
}

function isFrame({ members, widthPx, heightPx }: Blob, textHeightPx: number): boolean {
  if (heightPx > TALLEST * textHeightPx) return true
  if (widthPx > RULE_LONGER_THAN * textHeightPx && heightPx < RULE_THINNER_THAN * textHeightPx) return true
  return heightPx > FRAME_TALLER_THAN * textHeightPx && members.length < FRAME_INK_MAX * widthPx * heightPx
}

/** All ink that touches, slantwise too. */
function blobAt({ width, height, pixels }: Grey, start: number, seen: Uint8Array): Blob {
  const members = [start]
  seen[start] = 1
  let left = width
  let right = 0
  let top = height
  let bottom = 0
  // The list grows while it is walked.
  for (const index of members) {
    const x = index % width
    const y = (index - x) / width
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY += 1) {
      for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX += 1) {
        const near = nearY * width + nearX
        if (seen[near] || pixels[near]! >= INK_BELOW) continue
        seen[near] = 1
        members.push(near)
      }
    }
  }
  return { members, widthPx: right - left + 1, heightPx: bottom - top + 1 }
}
