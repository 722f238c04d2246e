// How a store means to run a query, whichever store it is.
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import type { Compilable } from 'kysely'
import { isPostgresUrl } from '../../server/src/platform/database/database.ts'

/** How the rows of a table are come by: by an index and what leads into it, or, without one, from the first row to the last. */
export interface TableRead {
  readonly table: string
  readonly index: string | null
  /** The columns that are looked up in it. */
  readonly by: readonly string[]
}

export interface QueryPlan {
  readonly reads: readonly TableRead[]
  readonly sorts: boolean
  /** As the store puts it. */
  readonly text: string
}

/** A line of its own to a store: fills it, and asks how it would do things. */
export interface Planner {
  run(statements: readonly string[]): Promise<void>
  /** Of a statement that gives one `count`. */
  count(statement: string): Promise<number>
  /** Counts what is there: as a store at work has done by itself. */
  analyse(): Promise<void>
  planOf(query: Compilable): Promise<QueryPlan>
  close(): Promise<void>
}

export const openPlanner = (location: string): Promise<Planner> | Planner =>
  isPostgresUrl(location) ? openPostgresPlanner(location) : openSqlitePlanner(location)

function openSqlitePlanner(file: string): Planner {
  const sqlite = new Sqlite(file)
  return {
    run: async (statements) => statements.forEach((statement) => sqlite.exec(statement)),
    count: async (statement) => (sqlite.prepare(statement).get() as { count: number }).count,
    // The embedded store never does: its plans must be right without.
    analyse: () => Promise.resolve(),
    async planOf(query) {
      const { sql, parameters } = query.compile()
      const rows = sqlite.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
      const text = rows.map(({ detail }) => detail).join('\n')
      return { reads: rows.flatMap(({ detail }) => sqliteRead(detail)), sorts: text.includes('TEMP B-TREE'), text }
    },
    close: async () => void sqlite.close(),
  }
}

/** `SEARCH leave_messages USING INDEX leave_messages_taxpayer (taxpayer_id=? AND created_at>?)`, `SCAN offices`. */
function sqliteRead(detail: string): TableRead[] {
  const found = /^(?:SEARCH|SCAN) (\w+)(?: USING (?:COVERING )?INDEX (\w+))?(?: \((.*)\))?/.exec(detail)
  if (!found) return []
  const [, table = '', index = null, conditions = ''] = found
  return [{ table, index, by: [...conditions.matchAll(/(\w+)[=<>]/g)].map(([, column = '']) => column) }]
}

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Node[]
}

async function openPostgresPlanner(url: string): Promise<Planner> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    async run(statements) {
      // What is filled in is consistent: two references a row are not looked up.
      await client.query('set session_replication_role = replica')
      for (const statement of statements) await client.query(statement)
      await client.query('set session_replication_role = origin')
    },
    count: async (statement) => Number((await client.query<{ count: string }>(statement)).rows[0]?.count),
    async analyse() {
      await client.query('vacuum analyze')
    },
    async planOf(query) {
      const { sql, parameters } = query.compile()
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${sql}`, [...parameters])
      const nodes = rows.flatMap((row) => flat(row['QUERY PLAN'][0].Plan))
      return {
        reads: nodes.flatMap((node) => postgresRead(node)),
        sorts: nodes.some((node) => node['Node Type'].endsWith('Sort')),
        text: JSON.stringify(rows[0]?.['QUERY PLAN'], null, 1),
      }
    },
    close: () => client.end(),
  }
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]

function postgresRead(node: Node): TableRead[] {
  const table = node['Relation Name']
  if (table === undefined) return []
  // A bitmap's indexes are below it.
  const indexes = flat(node).filter((below) => below['Index Name'] !== undefined)
  if (indexes.length === 0) return [{ table, index: null, by: [] }]
  return indexes.map((below) => ({
    table,
    index: below['Index Name'] ?? null,
    by: [...(below['Index Cond'] ?? '').matchAll(/\(\(?(\w+)(?:\)::\w+)? [=<>]/g)].map(([, column = '']) => column),
  }))
}

/** The ways into a table: `index(column, …)`, or `all of it`. */
export const waysInto = (table: string, { reads }: QueryPlan): string[] =>
  reads.filter((read) => read.table === table).map(({ index, by }) => (index === null ? 'all of it' : `${index}(${by.join(', ')})`))
