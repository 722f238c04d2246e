// Every route there is, by name; the server implements exactly these.
import * as appointments from './appointments.ts'
import * as calendar from './calendar.ts'
import * as attachments from './attachments.ts'
import * as conversations from './conversations.ts'
import * as editing from './editing.ts'
import * as files from './knowledge-files.ts'
import * as gaps from './gaps.ts'
import * as guard from './guard.ts'
import * as knowledge from './knowledge.ts'
import * as leaveMessages from './leave-messages.ts'
import * as lexicon from './lexicon.ts'
import * as notices from './notices.ts'
import * as offices from './offices.ts'
import * as queue from './queue.ts'
import * as sessions from './sessions.ts'
import * as settings from './settings.ts'
import * as sms from './sms.ts'
import * as testBench from './test-bench.ts'
import * as topics from './topics.ts'
import * as trends from './trends.ts'
import * as votes from './votes.ts'
import * as workOrders from './work-orders.ts'

export const routes = {
  ...sessions,
  ...conversations,
  ...queue,
  ...knowledge,
  ...votes,
  ...notices,
  ...editing,
  ...topics,
  ...lexicon,
  ...files,
  ...trends,
  ...gaps,
  ...settings,
  ...sms,
  ...offices,
  askTestBench: testBench.askTestBench,
  runRegression: testBench.runRegression,
  ...guard,
  ...leaveMessages,
  ...workOrders,
  ...appointments,
  ...calendar,
  ...attachments,
}
export type RouteName = keyof typeof routes
