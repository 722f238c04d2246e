// 纳税人标签: administrators tag taxpayers of any office, supervisors those of their own.
import { Type } from 'typebox'
import { Tag, TagCount, TaggedTaxpayer, TaggingResult, TaxpayerNumber } from '../domain/taxpayer-tag.ts'
import { PersonId } from '../ids.ts'
import { limits } from '../limits.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const access = ['admin', 'supervisor'] as const
const tag = 'taxpayer-tags'
const params = Type.Object({ tag: Tag })

export const listTags = defineRoute({
  method: 'GET',
  path: '/api/taxpayer-tags',
  access,
  tag,
  summary: 'The tags that taxpayers within reach have, the most used first.',
  reply: Type.Object({ tags: Type.Array(TagCount) }),
})

export const listTagged = defineRoute({
  method: 'GET',
  path: '/api/taxpayer-tags/:tag/taxpayers',
  access,
  tag,
  summary: 'Taxpayers within reach who have the tag, by name.',
  params,
  query: Type.Object(paging),
  reply: pageOf(TaggedTaxpayer),
})

export const tagTaxpayers = defineRoute({
  method: 'POST',
  path: '/api/taxpayer-tags/:tag/taxpayers',
  access,
  tag,
  summary: 'Gives the tag to those of these 纳税人识别号 who are within reach; the same again changes nothing.',
  params,
  body: Type.Object({
    taxpayerNumbers: Type.Array(TaxpayerNumber, { minItems: 1, maxItems: limits.taggingMax }),
  }),
  reply: TaggingResult,
})

export const untagTaxpayer = defineRoute({
  method: 'DELETE',
  path: '/api/taxpayer-tags/:tag/taxpayers/:personId',
  access,
  tag,
  summary: 'Takes the tag from a taxpayer. Of somebody out of reach nothing is changed.',
  params: Type.Object({ tag: Tag, personId: PersonId }),
  reply: Type.Object({ tags: Type.Array(TagCount) }),
})
