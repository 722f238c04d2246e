// The sections of 知识库, in their order. A new one is one line here, with its label in a locale.
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { GapsSection } from '../gaps/index.ts'
import { LexiconSection } from '../lexicon/index.ts'
import { TestBenchSection } from '../test-bench/index.ts'
import { WorkbookSection } from '../workbook/index.ts'
import ArticlesSection from './articles/ArticlesSection.vue'
import ReviewCount from './reviewing/ReviewCount.vue'
import ReviewsSection from './reviewing/ReviewsSection.vue'
import { editingRouteNames } from './route-names.ts'
import TopicsSection from './topics/TopicsSection.vue'
import WriteSection from './writing/WriteSection.vue'

export interface EditingSection {
  readonly key: string
  /** Where its name stands among the texts. */
  readonly label: string
  readonly component: Component
  /** Parameters of its address, as `/:articleId?`. */
  readonly params?: string
  /** Shown beside its name. */
  readonly badge?: Component
}

export const editingSections: readonly EditingSection[] = [
  { key: 'articles', label: 'editing.sections.articles', component: ArticlesSection, params: '/:articleId?' },
  { key: 'reviews', label: 'editing.sections.reviews', component: ReviewsSection, params: '/:articleId?', badge: ReviewCount },
  { key: 'topics', label: 'editing.sections.topics', component: TopicsSection },
  { key: 'gaps', label: 'gaps.title', component: GapsSection },
  { key: 'test-bench', label: 'bench.title', component: TestBenchSection },
  { key: 'lexicon', label: 'lexicon.title', component: LexiconSection },
  { key: 'workbook', label: 'workbook.title', component: WorkbookSection },
]

export const editingRoutes: RouteRecordRaw[] = [
  ...editingSections.map(({ key, component, params = '' }) => ({ path: `${key}${params}`, name: `editing.${key}`, component })),
  { path: 'write/:articleId?', name: editingRouteNames.write, component: WriteSection },
]
