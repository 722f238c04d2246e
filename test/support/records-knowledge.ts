// A small knowledge base on which every decision can be had by asking.
import { buildArticle } from '@zhengna/answering/testing/article-builder.ts'
import { buildKnowledge } from '@zhengna/answering/testing/knowledge-builder.ts'
import type { EngineKnowledge } from '@zhengna/answering/engine.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'

export const deedRate = 'deed-rate' as ArticleId
export const deedWhen = 'deed-when' as ArticleId
export const stamp = 'stamp-when' as ArticleId

export const recordsKnowledge: EngineKnowledge = buildKnowledge(
  [
    buildArticle({ id: deedRate, topicId: 'deed', question: '买房契税税率是多少？', similar: ['首套房契税几个点'], kind: 'amount' }),
    buildArticle({ id: deedWhen, topicId: 'deed', question: '契税什么时候缴纳？', similar: ['契税多久之内要交'], kind: 'when' }),
    buildArticle({ id: 'deed-refund', topicId: 'deed', question: '退房以后契税能退吗？', similar: ['契税怎么退回来'], kind: 'whether' }),
    buildArticle({ id: stamp, topicId: 'stamp', question: '印花税怎么申报？', similar: ['合同要交印花税吗'] }),
    buildArticle({
      id: 'deed',
      topicId: 'deed',
      question: '契税的事',
      parts: [
        {
          type: 'options',
          prompt: '您问的是哪一种？',
          options: [
            { label: '税率', article: deedRate },
            { label: '期限', article: deedWhen },
          ],
        },
      ],
    }),
  ],
  {
    topics: [
      { id: 'deed' as TopicId, name: '契税', summary: '买房卖房' },
      { id: 'stamp' as TopicId, name: '印花税', summary: '合同' },
    ],
  },
)
