// Turns a decision into the answer the taxpayer reads.
import type { Answer, AnswerOption, AnswerPart, Decision } from '@zhengna/contract/domain/answer.ts'
import type { Article } from '@zhengna/contract/domain/article.ts'
import { limits } from '@zhengna/contract/limits.ts'

/** A reply in the bot's own words. */
export function say(decision: Decision, text: string, options: readonly AnswerOption[] = [], offersPerson = false): Answer {
  return {
    decision,
    question: null,
    parts: [{ type: 'text', markdown: text }],
    papers: null,
    options: options.slice(0, limits.optionsMax),
    offersPerson,
    offline: false,
  }
}

export const optionFor = (article: Article): AnswerOption => ({ label: article.question, articleId: article.id })

/**
 * An article as an answer. One that asks back (it has an `options` part) becomes a `clarify` whose options lead on;
 * options that `isServed` refuses are left out, and with none left the rest of it is a plain answer.
 */
export function present(article: Article, isServed: (option: AnswerOption) => boolean): Answer {
  const options: AnswerOption[] = []
  const parts: AnswerPart[] = []
  for (const part of article.parts) {
    if (part.type !== 'options') {
      parts.push(part)
      continue
    }
    const served = part.options.map((option) => ({ label: option.label, articleId: option.article })).filter(isServed)
    if (served.length === 0) continue
    parts.push({ type: 'text', markdown: part.prompt })
    options.push(...served)
  }
  const { id, version, basis, effective, region, reviewed } = article
  return {
    decision: options.length > 0 ? 'clarify' : 'answer',
    question: options.length > 0 ? null : article.question,
    parts,
    papers: { articleId: id, version, basis, effective, region, reviewed },
    options: options.slice(0, limits.optionsMax),
    offersPerson: false,
    offline: false,
  }
}
