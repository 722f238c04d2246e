// Every route there is, by name; the server implements exactly these.
import * as conversations from './conversations.ts'
import * as editing from './editing.ts'
import * as favourites from './favourites.ts'
import * as files from './knowledge-files.ts'
import * as gaps from './gaps.ts'
import * as guard from './guard.ts'
import * as knowledge from './knowledge.ts'
import * as lexicon from './lexicon.ts'
import * as notices from './notices.ts'
import * as queue from './queue.ts'
import * as sessions from './sessions.ts'
import * as settings from './settings.ts'
import * as shortcuts from './shortcuts.ts'
import * as testBench from './test-bench.ts'
import * as topics from './topics.ts'
import * as trends from './trends.ts'
import * as votes from './votes.ts'

export const routes = {
  ...sessions,
  ...conversations,
  ...queue,
  ...knowledge,
  ...votes,
  ...notices,
  ...favourites,
  ...shortcuts,
  ...editing,
  ...topics,
  ...lexicon,
  ...files,
  ...trends,
  ...gaps,
  ...settings,
  askTestBench: testBench.askTestBench,
  runRegression: testBench.runRegression,
  ...guard,
}
export type RouteName = keyof typeof routes
