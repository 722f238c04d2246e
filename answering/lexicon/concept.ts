// What the trade calls things. A concept is one idea; its surfaces are the names people have for it: official, colloquial,
// outdated, dialect and mistyped. The first surface is the one texts of ours use.
// The lists will move to data files that editors extend; the shape stays.

/**
 * subject: a tax, fee or thing a question is about; two subjects rarely share an answer.
 * matter: what is done with it. person: who. asking: the question words (怎么, 多少 …).
 */
export const conceptRoles = ['subject', 'matter', 'person', 'asking'] as const
export type ConceptRole = (typeof conceptRoles)[number]

export type Concept = { readonly id: string; readonly role: ConceptRole; readonly surfaces: readonly string[] }

/** One concept a line: `id: surface surface …`. */
export function readConcepts(role: ConceptRole, lines: string): Concept[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 0)
    .map((line) => {
      const colon = line.indexOf(':')
      return {
        id: line.slice(0, colon),
        role,
        surfaces: line
          .slice(colon + 1)
          .trim()
          .split(/\s+/),
      }
    })
}
