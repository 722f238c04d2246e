import { expect, it } from 'vitest'
import { assetTypeOf } from './asset.ts'

it.each([
  ['invoice-face.png', 'image/png'],
  ['0123456789abcdef.webm', 'video/webm'],
  ['a.pdf', 'application/pdf'],
])('%s is served as %s', (name, type) => expect(assetTypeOf(name)).toBe(type))

it.each([
  'script.svg',
  'page.html',
  'x.js',
  '../secret.png',
  'a/b.png',
  'A.png',
  '.png',
  'png',
  'a.png.exe',
  'a.constructor',
  'a.tostring',
  '',
])('%s is no asset', (name) => expect(assetTypeOf(name)).toBeNull())
