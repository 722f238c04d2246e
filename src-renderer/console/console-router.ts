// Pages live behind the hash: the window's address never asks the host for another file.
import { editingRoutes, editingSections } from '../features/editing/index.ts'
import { useSessionStore } from '../features/session/index.ts'
import { DeskWorkbench } from '../features/desk/index.ts'
import { AppointmentDeskPage } from '../features/appointments/desk/index.ts'
import { OrderDeskPage } from '../features/work-orders/desk/index.ts'
import { PushPage } from '../features/pushes/index.ts'
import { SheetDeskPage } from '../features/confirmation-sheets/desk/index.ts'
import { LeaveDeskPage } from '../features/leave-messages/desk/index.ts'
import { ServiceHoursPage } from '../features/service-hours/index.ts'
import { createRouter, createWebHashHistory, type Router, type RouterHistory } from 'vue-router'
import { administrationSections } from './administration-sections.ts'
import AdministrationPage from './AdministrationPage.vue'
import { pagesOf, type ConsolePage } from './console-pages.ts'
import { routeOfSectionedPage } from './console-sections.ts'
import KnowledgePage from './KnowledgePage.vue'
import { monitorSections } from './monitor-sections.ts'
import MonitorPage from './MonitorPage.vue'

const components = {
  workbench: DeskWorkbench,
  'leave-messages': LeaveDeskPage,
  'work-orders': OrderDeskPage,
  'confirmation-sheets': SheetDeskPage,
  appointments: AppointmentDeskPage,
  'service-hours': ServiceHoursPage,
  pushes: PushPage,
  knowledge: KnowledgePage,
}

export function createConsoleRouter(history: RouterHistory = createWebHashHistory()): Router {
  const router = createRouter({
    history,
    routes: [
      ...Object.entries(components).map(([name, component]) => ({
        path: `/${name}`,
        name,
        component,
        children: name === 'knowledge' ? editingRoutes : [],
      })),
      routeOfSectionedPage('monitor', MonitorPage, monitorSections),
      routeOfSectionedPage('administration', AdministrationPage, administrationSections),
      // Where nobody has signed in yet; the guard sends each role to its own first page.
      { path: '/:rest(.*)*', name: 'start', component: { render: () => null } },
    ],
  })
  router.beforeEach((to) => {
    const { person, view } = useSessionStore()
    const allowed = person === null ? [] : pagesOf(person.role)
    // A section belongs to whom its page belongs to.
    const page = to.matched[0]?.name as ConsolePage | undefined
    // The editors' desk has no page of its own beside its sections.
    if (page === 'knowledge' && person?.role === 'editor' && to.name === page)
      return { name: `editing.${editingSections[0]?.key ?? ''}`, replace: true }
    if (page !== undefined && allowed.includes(page)) return true
    const first = allowed[0]
    if (first !== undefined) return { name: first, replace: true }
    if (to.name === 'start') return true
    // Until the host has said who is here, the address is kept: a reload leads back to it.
    const rest = view === null ? to.path.split('/').filter((step) => step !== '') : []
    return { name: 'start', params: { rest }, query: view === null ? to.query : {}, replace: true }
  })
  return router
}
