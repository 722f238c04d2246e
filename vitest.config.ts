import vue from '@vitejs/plugin-vue'
import { configDefaults, defineConfig } from 'vitest/config'
import { findPostgres, postgresMissing } from './test/support/postgres-programs.ts'

// Somebody's own database is none of ours.
delete process.env.DATABASE_URL

/** What runs on PostgreSQL too: with ZHENGNA_POSTGRES_TESTS=all (npm run test:postgres) whatever has a store of the server, else a part. */
const onPostgres =
  process.env.ZHENGNA_POSTGRES_TESTS === 'all'
    ? ['server/src/**/*.test.ts', 'test/real/**/*.test.ts']
    : [
        '**/*.postgres.test.ts',
        '**/query-plans.test.ts',
        'server/src/platform/database/*.test.ts',
        'server/src/features/appointments/{booking,check}.test.ts',
        'server/src/features/leave-messages/submitting.test.ts',
        'server/src/features/work-orders/work-orders.test.ts',
        'server/src/features/notices/notices.test.ts',
        'server/src/features/conversations/journal.test.ts',
      ]
/** What looks into SQLite itself. */
const onSqliteAlone = [...configDefaults.exclude, 'server/src/platform/database/migrations/*.test.ts']
const onPostgresAlone = [...configDefaults.exclude, '**/*.postgres.test.ts']
const isPostgresThere = findPostgres() !== null
if (!isPostgresThere) console.warn(`The tests on PostgreSQL are left out: ${postgresMissing}.`)

export default defineConfig({
  plugins: [vue()],
  test: {
    // Real databases, sockets and argon2 on two shared cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'windows',
          include: ['src-renderer/**/*.test.ts'],
          // The component library is loaded once, not a file each: two thirds of the time. What a test mounts it takes down.
          isolate: false,
          setupFiles: ['test/support/windows.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{contract,answering,server/src,src-main}/**/*.test.ts'],
          exclude: onPostgresAlone,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/{real,electron,start}/**/*.test.ts'],
          exclude: onPostgresAlone,
          // The Electron tests run the built bundles.
          globalSetup: ['test/electron/global-setup.ts', 'test/support/prepared-store.ts'],
        },
      },
      ...(isPostgresThere
        ? [
            {
              extends: true as const,
              test: {
                name: 'postgres',
                include: onPostgres,
                exclude: onSqliteAlone,
                isolate: false,
                env: { ZHENGNA_TEST_STORE: 'postgres' },
                globalSetup: ['test/support/postgres.setup.ts'],
              },
            },
          ]
        : []),
    ],
  },
})
