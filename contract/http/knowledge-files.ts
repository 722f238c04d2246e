// What comes into and out of the knowledge base as files. Bytes travel as base64: one form for every process on the way.
import { Type } from 'typebox'
import { AssetName } from '../domain/answer.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const access = ['editor'] as const
const tag = 'editing'
const base64 = (bytes: number) => Type.String({ maxLength: Math.ceil(bytes / 3) * 4, contentEncoding: 'base64' })

export const uploadAsset = defineRoute({
  method: 'POST',
  path: '/api/knowledge/assets',
  access,
  tag,
  summary:
    'A picture, video or file for answers: png jpg gif webp webm mp4 pdf docx xlsx. Its content must be what its name says. The same bytes get the same name. Errors: ASSET_TYPE_REFUSED, ASSET_TOO_LARGE.',
  body: Type.Object({ name: Type.String({ minLength: 3, maxLength: 120 }), bytes: base64(limits.assetMaxBytes) }),
  bodyMaxBytes: limits.assetMaxBytes * 1.4,
  reply: Type.Object({ asset: AssetName }),
})

export const exportArticles = defineRoute({
  method: 'GET',
  path: '/api/knowledge/workbook',
  access,
  tag,
  summary: 'All articles, published and open, as an xlsx workbook in the form that importArticles takes.',
  reply: Type.Object({ fileName: Type.String(), bytes: Type.String({ contentEncoding: 'base64' }) }),
})

export const importArticles = defineRoute({
  method: 'POST',
  path: '/api/knowledge/workbook',
  access,
  tag,
  summary:
    'Reads an xlsx workbook: every good row becomes a draft, every bad one is reported with its place and the rule it broke. `isTrial` only reports. Errors: WORKBOOK_UNREADABLE.',
  body: Type.Object({ bytes: base64(limits.workbookMaxBytes), isTrial: Type.Boolean() }),
  bodyMaxBytes: limits.workbookMaxBytes * 1.4,
  reply: Type.Object({
    created: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    problems: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), message: Type.String() })),
  }),
})
