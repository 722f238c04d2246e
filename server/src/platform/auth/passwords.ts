// argon2id with the parameters OWASP names first: 19 MiB, two passes, one lane.
import { hash, verify } from '@node-rs/argon2'

/** The package's `Algorithm.Argon2id`, a const enum that type stripping cannot read. */
const ARGON2ID = 2
const options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, options)

/** Hashes also when the account does not exist, so that the answer takes as long either way. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  if (stored === null) {
    await hash(password, options)
    return false
  }
  return verify(stored, password)
}
