// Pages live behind the hash: the window's address never asks the host for another file.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { useSessionStore } from '../features/session/index.ts'
import { DeskWorkbench, QueueBoardTable } from '../features/desk/index.ts'
import { GapsSection } from '../features/gaps/index.ts'
import { LexiconSection } from '../features/lexicon/index.ts'
import { TestBenchSection } from '../features/test-bench/index.ts'
import { WorkbookSection } from '../features/workbook/index.ts'
import { createRouter, createWebHashHistory, type Router, type RouterHistory } from 'vue-router'
import { administrationRoutes, administrationSections, routeOfSection } from './administration-sections.ts'
import AdministrationPage from './AdministrationPage.vue'
import { pagesOf, type ConsolePage } from './console-pages.ts'
import DutiesPage from './DutiesPage.vue'
import KnowledgePage from './KnowledgePage.vue'

const components = {
  workbench: DeskWorkbench,
  queue: QueueBoardTable,
  duties: DutiesPage,
  knowledge: KnowledgePage,
  gaps: GapsSection,
  'test-bench': TestBenchSection,
  lexicon: LexiconSection,
  workbook: WorkbookSection,
}
/** Sections that may want an article opened: 知识 does. */
const openers: readonly string[] = ['gaps', 'test-bench']

export function createConsoleRouter(history: RouterHistory = createWebHashHistory()): Router {
  const openArticle = (articleId: ArticleId) => void router.push({ name: 'knowledge', query: { article: articleId } })
  const router = createRouter({
    history,
    routes: [
      ...Object.entries(components).map(([name, component]) => ({ path: `/${name}`, name, component })),
      {
        path: '/administration',
        name: 'administration',
        component: AdministrationPage,
        redirect: { name: routeOfSection(administrationSections[0]) },
        children: administrationRoutes,
      },
      // Where nobody has signed in yet; the guard sends each role to its own first page.
      { path: '/:rest(.*)*', name: 'start', component: { render: () => null } },
    ],
  })
  router.beforeEach((to) => {
    const { person } = useSessionStore()
    const allowed = person === null ? [] : pagesOf(person.role)
    // A section belongs to whom its page belongs to.
    const page = to.matched[0]?.name as ConsolePage | undefined
    if (page !== undefined && allowed.includes(page)) return true
    const first = allowed[0]
    if (first !== undefined) return { name: first, replace: true }
    return to.name === 'start' ? true : { name: 'start', params: { rest: [] }, replace: true }
  })
  return router
}
