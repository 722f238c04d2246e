// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { aContent, anId, aRevision, installFakeEditing, opened } from '../editing.fixture.ts'
import ArticlePane from './ArticlePane.vue'

test('an article that is served no more is named by its last question, never by its id', async () => {
  const last = aRevision({ version: 2, state: 'expired', content: aContent({ question: '旧政策怎么办？' }) })
  const { plugins, host } = installFakeEditing({
    'editing.getArticle': () => opened({ open: null, history: [last, aRevision()] }),
    'editing.getRevision': () => ({ revision: last }),
  })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] })
  const pane = mount(ArticlePane, { props: { articleId: anId }, global: { plugins: [...plugins, router] } })
  await flushPromises()
  expect(pane.get('h1').text()).toBe('旧政策怎么办？')
  expect(host.asked.find(({ name }) => name === 'editing.getRevision')?.params).toEqual({ params: { articleId: anId, version: 2 } })
})
