// Two texts of an article, field by field; what is the same is not named.
import type { AnswerPart, Basis } from '@zhengna/contract/domain/answer.ts'
import { questionKindLabels } from '@zhengna/contract/domain/article.ts'
import { audienceLabels } from '@zhengna/contract/domain/person.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { diffArrays } from 'diff'

export type FieldName =
  'topic' | 'question' | 'similar' | 'parts' | 'basis' | 'effective' | 'region' | 'audience' | 'kind' | 'keywords' | 'reviewed' | 'note'

/** One thing instead of another; null: there was none, or is none any more. */
export interface Change {
  readonly before: string | null
  readonly after: string | null
}
export interface PartChange extends Change {
  readonly type: AnswerPart['type']
  /** Another picture, video or file in its place: files have no names that people could compare. */
  readonly isOtherFile: boolean
}

/** What people call the things that texts only have ids of. */
export interface Names {
  readonly topic: (id: TopicId) => string
  readonly article: (id: ArticleId) => string
}

export type FieldDifference =
  | { readonly field: FieldName; readonly as: 'text'; readonly before: string; readonly after: string }
  | { readonly field: FieldName; readonly as: 'items'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly field: 'parts'; readonly as: 'parts'; readonly changes: readonly PartChange[] }

export function contentDiff(before: ArticleContent, after: ArticleContent, names: Names): FieldDifference[] {
  const text = (field: FieldName, of: (content: ArticleContent) => string): FieldDifference[] => {
    const [was, is] = [of(before), of(after)]
    return was === is ? [] : [{ field, as: 'text', before: was, after: is }]
  }
  const items = (field: FieldName, of: (content: ArticleContent) => readonly string[]): FieldDifference[] => {
    const [was, is] = [of(before), of(after)]
    const added = is.filter((one) => !was.includes(one))
    const removed = was.filter((one) => !is.includes(one))
    return added.length + removed.length === 0 ? [] : [{ field, as: 'items', added, removed }]
  }
  const parts = partChanges(before.parts, after.parts, names)
  return [
    ...text('topic', ({ topicId }) => names.topic(topicId)),
    ...text('question', ({ question }) => question),
    ...(parts.length > 0 ? [{ field: 'parts' as const, as: 'parts' as const, changes: parts }] : []),
    ...items('basis', ({ basis }) => basis.map(basisText)),
    ...text('effective', ({ effective: { from, to } }) => (to === null ? from : `${from} – ${to}`)),
    ...text('region', ({ region }) => region),
    ...items('audience', ({ audience }) => audience.map((one) => audienceLabels[one])),
    ...text('kind', ({ kind }) => questionKindLabels[kind]),
    ...items('similar', ({ similar }) => similar),
    ...items('keywords', ({ keywords }) => keywords),
    ...text('reviewed', ({ reviewed }) => reviewed),
    ...text('note', ({ note }) => note),
  ]
}

const basisText = ({ document, number, article = '' }: Basis): string => [document, number, article].filter((word) => word !== '').join(' ')

/** A part as lines that people can compare. */
function partText(part: AnswerPart, names: Names): string {
  switch (part.type) {
    case 'text':
      return part.markdown
    case 'link':
      return `${part.title}\n${part.url}`
    case 'picture':
      return part.alt
    case 'video':
      return part.title
    case 'file':
      return part.name
    case 'guide':
      return [
        part.title,
        ...part.steps.map(({ title, detail, where = '' }, place) => `${place + 1}. ${title}\n${detail}${where && `\n${where}`}`),
      ].join('\n')
    case 'options':
      return [part.prompt, ...part.options.map(({ label, article }) => `${label} → ${names.article(article)}`)].join('\n')
  }
}

const assetOf = (part: AnswerPart): string => ('asset' in part ? part.asset : '')

/** The articles that options lead to. */
export const articlesIn = (parts: readonly AnswerPart[]): ArticleId[] =>
  parts.flatMap((part) => (part.type === 'options' ? part.options.map(({ article }) => article) : []))

/** Parts that are the same hold the two lists together; between them, one that went and one of its kind that came are one that changed. */
function partChanges(before: readonly AnswerPart[], after: readonly AnswerPart[], names: Names): PartChange[] {
  const text = (part: AnswerPart): string => partText(part, names)
  const known = (part: AnswerPart): string => [part.type, assetOf(part), ...articlesIn([part]), text(part)].join('\n')
  const changes: PartChange[] = []
  let gone: AnswerPart[] = []
  const removed = (part: AnswerPart): PartChange => ({ type: part.type, before: text(part), after: null, isOtherFile: false })
  const close = (): void => {
    changes.push(...gone.map(removed))
    gone = []
  }
  for (const block of diffArrays([...before], [...after], { comparator: (one, other) => known(one) === known(other) })) {
    if (block.removed) gone = [...gone, ...block.value]
    else if (block.added)
      for (const part of block.value) {
        const match = gone.findIndex(({ type }) => type === part.type)
        const was = gone[match]
        // What went before it went before it.
        changes.push(...gone.slice(0, Math.max(match, 0)).map(removed))
        if (was) gone = gone.slice(match + 1)
        changes.push({
          type: part.type,
          before: was ? text(was) : null,
          after: text(part),
          isOtherFile: was !== undefined && assetOf(was) !== assetOf(part),
        })
      }
    else close()
  }
  close()
  return changes
}
