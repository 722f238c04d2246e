// What comes into and out of the knowledge base as files. Bytes travel as base64: one form for every process on the way.
import { Type } from 'typebox'
import { AssetName } from '../domain/answer.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const access = ['editor'] as const
const tag = 'editing'
/** No longest length: the route refuses what is too large with a sentence that says how much may be. */
const base64 = Type.String({ minLength: 4, contentEncoding: 'base64' })
/** As base64 in JSON, and a little more, so that a file a little too large is told so. */
const bodyFor = (fileMaxBytes: number) => Math.ceil(fileMaxBytes * 1.4)

export const uploadAsset = defineRoute({
  method: 'POST',
  path: '/api/knowledge/assets',
  access,
  tag,
  summary:
    'A picture, video or file for answers: png jpg gif webp webm mp4 pdf docx xlsx. Its content must be what its name says. The same bytes get the same name. Errors: ASSET_TYPE_REFUSED, ASSET_TOO_LARGE, REQUEST_INVALID (not base64).',
  body: Type.Object({ name: Type.String({ minLength: 3, maxLength: 120 }), bytes: base64 }),
  bodyMaxBytes: bodyFor(limits.assetMaxBytes),
  waitMaxMs: 120_000,
  reply: Type.Object({ asset: AssetName }),
})

export const exportArticles = defineRoute({
  method: 'GET',
  path: '/api/knowledge/workbook',
  access,
  tag,
  summary:
    'All articles, published and open, as an xlsx workbook in the form that importArticles takes; parts other than text stay behind and are kept on the way back. `isTemplate`: the form alone, without articles.',
  query: Type.Object({ isTemplate: Type.Optional(Type.Boolean()) }),
  waitMaxMs: 60_000,
  reply: Type.Object({ fileName: Type.String(), bytes: Type.String({ contentEncoding: 'base64' }) }),
})

export const importArticles = defineRoute({
  method: 'POST',
  path: '/api/knowledge/workbook',
  access,
  tag,
  summary:
    'Reads an xlsx workbook: every good row becomes a draft, every bad one is reported with its place and the rule it broke. Nobody’s open revision is written over. `isTrial` only reports. Errors: WORKBOOK_UNREADABLE, REQUEST_INVALID (not base64).',
  body: Type.Object({ bytes: base64, isTrial: Type.Boolean() }),
  bodyMaxBytes: bodyFor(limits.workbookMaxBytes),
  waitMaxMs: 120_000,
  reply: Type.Object({
    created: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    problems: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), message: Type.String() })),
  }),
})
