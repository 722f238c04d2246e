// Every dependency's licence must go with Apache-2.0, for what ships and what only builds alike.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './installed.mjs'

const compatible = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Unlicense',
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-3.0',
  'Python-2.0',
  'PSF-2.0',
  'BlueOak-1.0.0',
  'WTFPL',
  'Zlib',
])
/** Build tools under the MPL: used, not changed, not shipped. */
const buildOnly = new Set(['MPL-2.0'])

/**
 * libvips, which the server opens pictures with: a library of its own, loaded at run time as npm brings it, neither changed nor bundled, and
 * replaceable by whoever runs the server. It is in no desktop package. That is what the LGPL asks.
 */
const loaded = { package: /^node_modules\/@img\/sharp-/, licences: new Set(['LGPL-3.0-or-later']) }

/** "(MIT OR GPL-2.0)" needs one, "MIT AND ISC" all. */
function isCompatible(expression, path, dev) {
  const terms = expression.replace(/[()]/g, '').trim()
  if (terms.includes(' OR ')) return terms.split(' OR ').some((term) => isCompatible(term, path, dev))
  if (terms.includes(' AND ')) return terms.split(' AND ').every((term) => isCompatible(term, path, dev))
  return compatible.has(terms) || (dev && buildOnly.has(terms)) || (loaded.package.test(path) && loaded.licences.has(terms))
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const wrong = []
let counted = 0
for (const [path, { license, dev, link }] of Object.entries(packages)) {
  if (path === '' || link || !path.includes('node_modules/')) continue
  counted += 1
  if (!isCompatible(String(license ?? 'not named'), path, dev === true)) wrong.push(`${path}: ${license ?? 'no licence named'}`)
}
for (const line of wrong) console.error(line)
console.log(`${counted} dependencies, ${wrong.length} with a licence that does not go with Apache-2.0`)
process.exit(wrong.length === 0 ? 0 : 1)
