import { join } from 'node:path'

/** What comes with the program: server/seed. */
export const seedFolder = join(import.meta.dirname, '../../../../seed')
