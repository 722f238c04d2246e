// Lists that are turned page by page: how they are asked for, and what comes.
import { Type, type TSchema } from 'typebox'

export const pageSizes = [10, 20, 50] as const

/** Of a query. Pages begin at 1. */
export const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 1 })),
  pageSize: Type.Optional(Type.Unsafe<(typeof pageSizes)[number]>(Type.Union(pageSizes.map((size) => Type.Literal(size))))),
}

/** `total`: of all pages. */
export const pageOf = <S extends TSchema>(item: S) => Type.Object({ items: Type.Array(item), total: Type.Integer({ minimum: 0 }) })
