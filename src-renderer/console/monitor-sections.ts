// The sections of 监控 in their order; the first is where it begins. A new one is a line here.
import { QueueBoardTable } from '../features/desk/index.ts'
import { InterceptionsPage } from '../features/harassment/desk/index.ts'
import { WallSection } from '../features/supervision/index.ts'
import MonitoredTalks from './MonitoredTalks.vue'
import type { ConsoleSections } from './console-sections.ts'

export const monitorSections: ConsoleSections = [
  { name: 'wall', title: 'supervision.title', component: WallSection },
  { name: 'talks', title: 'supervision.talks', component: MonitoredTalks },
  { name: 'queue', title: 'monitor.queue', component: QueueBoardTable },
  { name: 'interceptions', title: 'interceptions.title', component: InterceptionsPage },
]
