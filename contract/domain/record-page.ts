// The pages of the personal centre (个人中心) that show one record each: what a notice's button opens.
import { Type, type Static } from 'typebox'

export const recordPages = ['leave-message', 'appointment', 'work-order'] as const
export const RecordPage = Type.Unsafe<(typeof recordPages)[number]>(Type.Union(recordPages.map((page) => Type.Literal(page))))
export type RecordPage = Static<typeof RecordPage>
