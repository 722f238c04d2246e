// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { aContent, anId, aRevision, installFakeEditing, opened } from '../editing.fixture.ts'
import { editingRouteNames } from '../route-names.ts'
import ArticlesSection from './ArticlesSection.vue'

test('with an article the list is asked for anew: both show the state that it has by now', async () => {
  let state: 'review' | 'published' = 'review'
  const listed = () => ({
    articleId: anId,
    question: aContent().question,
    published: state === 'published' ? { version: 2, effective: aContent().effective } : null,
    open: state === 'review' ? aRevision({ state }) : null,
    state,
    calls: 0,
    disliked: 0,
  })
  const { plugins } = installFakeEditing({
    'editing.listTopics': () => ({ topics: [] }),
    'editing.listArticles': () => ({ articles: [listed()], total: 1 }),
    'editing.getArticle': () => opened({ published: aRevision({ state: 'published' }), open: null }),
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:articleId?', name: editingRouteNames.articles, component: ArticlesSection }],
  })
  await router.push('/')
  const section = mount(ArticlesSection, { global: { plugins: [...plugins, router] } })
  await flushPromises()
  expect(section.get('.list li').text()).toContain('待审核')
  // Somebody else lets it pass.
  state = 'published'
  await section.get('.list li button').trigger('click')
  await flushPromises()
  expect(section.get('.list li').text()).toContain('已发布')
  expect(section.get('.list li').text()).not.toContain('待审核')
})
