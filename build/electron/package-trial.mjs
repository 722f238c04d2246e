// Packages both editions without Electron: a stand-in takes the binary's place, everything else is electron-builder's own
// work. Says what is wrong with the result, and ends with 1 if anything is.
//   node build/electron/package-trial.mjs [folder]
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, Platform } from 'electron-builder'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const configs = { taxpayer: 'electron-builder.yml', console: 'electron-builder.console.yml' }
const sqlite = 'node_modules/better-sqlite3-multiple-ciphers'
const model = 'node_modules/@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz'
const core = 'node_modules/tesseract.js-core'
/** Asking by picture: the taxpayer's edition alone. */
const reader = [
  'out/main/reading.worker.mjs',
  'node_modules/tesseract.js/src/worker-script/node/index.js',
  ...['', '-simd', '-relaxedsimd'].flatMap((kind) => ['js', 'wasm'].map((ending) => `${core}/tesseract-core${kind}.${ending}`)),
  model,
]
const readerParts = /reading\.worker|tesseract/
const prebuilt = `${sqlite}/prebuilds/linux-${process.arch}.node`

/**
 * @param {'taxpayer' | 'console'} edition
 * @param {string} folder gets the stand-in and the packaged program
 * @returns {Promise<{ executable: string, archive: string }>}
 */
export async function packageEdition(edition, folder) {
  const output = join(folder, edition)
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch[process.arch]),
    config: { extends: configs[edition], electronDist: standIn(folder), directories: { output } },
  })
  const program = join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
  return { executable: join(program, `zhengna-${edition}`), archive: join(program, 'resources', 'app.asar') }
}

/** Every complaint about a packaged edition; none when all is well. */
export async function complaintsAbout(edition, { executable, archive }) {
  const complaints = []
  const must = (isTrue, complaint) => isTrue || complaints.push(complaint)
  const files = listPackage(archive).map((file) => file.slice(1).replaceAll('\\', '/'))

  const needed = [
    'package.json',
    'out/main/main.mjs',
    'out/main/cache.worker.mjs',
    'out/preload/preload.cjs',
    `out/renderer/${edition}/index.html`,
    `out/icons/${edition}/512.png`,
    `out/icons/${edition}/tray.png`,
    `${sqlite}/lib/index.js`,
    prebuilt,
    ...(edition === 'taxpayer' ? reader : []),
  ]
  for (const file of needed) must(files.includes(file), `${file} is missing`)

  const other = edition === 'taxpayer' ? 'console' : 'taxpayer'
  const foreign =
    /^(server|answering|contract|src-|test|build|docs)(\/|$)|node_modules\/(@zhengna|fastify|kysely|better-sqlite3|electron|electron-builder|vite|vue|typebox)(\/|$)|\.(ts|map)$/
  for (const file of files) {
    must(!foreign.test(file), `${file} has no business in the archive`)
    must(!file.startsWith(`out/icons/${other}`) && !file.startsWith(`out/renderer/${other}/`), `${file} belongs to the other edition`)
    must(!file.startsWith(`${core}/tesseract-core`) || reader.includes(file), `${file} is a core that the reader never loads`)
    must(!/traineddata/.test(file) || file === model, `${file} is not the model that is read with`)
    must(edition === 'taxpayer' || !readerParts.test(file), `${file} is for asking by picture, which this edition does not`)
    must(!/\.node$/.test(file) || file === prebuilt, `${file} is not for this platform`)
  }
  must(isUnpacked(archive, prebuilt), `${prebuilt} is inside the archive, where it cannot be loaded`)
  must(existsSync(join(`${archive}.unpacked`, prebuilt)), `${prebuilt} does not lie beside the archive`)

  const metadata = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
  must(metadata.edition === edition, `its edition is ${metadata.edition}`)
  must(metadata.main === 'out/main/main.mjs', `it starts ${metadata.main}`)
  must(!metadata.devDependencies && !metadata.scripts, "its package.json is the checkout's")

  must(!existsSync(join(dirname(executable), 'locales/fr.pak')), 'languages that nobody here reads are in it')

  complaints.push(...(await complaintsAboutFuses(executable)))
  return complaints
}

async function complaintsAboutFuses(executable) {
  const wire = await getCurrentFuseWire(executable)
  const wanted = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  }
  return Object.entries(wanted)
    .filter(([name, isOn]) => wire[FuseV1Options[name]] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([name, isOn]) => `the fuse ${name} is not ${isOn ? 'on' : 'off'}`)
}

function isUnpacked(archive, file) {
  let entry = getRawHeader(archive).header
  for (const name of file.split('/')) entry = entry?.files?.[name]
  return entry?.unpacked === true
}

/** Electron's folder as electron-builder expects it; its "binary" is a fuse wire with every fuse as Electron ships it. */
function standIn(folder) {
  const dist = join(folder, 'electron')
  mkdirSync(join(dist, 'locales'), { recursive: true })
  mkdirSync(join(dist, 'resources'), { recursive: true })
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  writeFileSync(
    join(dist, 'electron'),
    Buffer.concat([Buffer.from(`#!/bin/sh\nexit 0\n${sentinel}`), Buffer.from([Number(FuseVersion.V1), 9]), Buffer.from('101100011')]),
  )
  chmodSync(join(dist, 'electron'), 0o755)
  for (const file of [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'resources.pak',
    'locales/zh-CN.pak',
    'locales/en-US.pak',
    'locales/fr.pak',
  ])
    writeFileSync(join(dist, file), '')
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  writeFileSync(join(dist, 'version'), version)
  return dist
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'zhengna-package-'))
  let count = 0
  for (const edition of Object.keys(configs)) {
    const complaints = await complaintsAbout(edition, await packageEdition(edition, folder))
    count += complaints.length
    for (const complaint of complaints) console.error(`${edition}: ${complaint}`)
    console.log(`${edition}: ${complaints.length === 0 ? 'packaged, nothing to complain about' : `${complaints.length} complaints`}`)
  }
  if (!process.argv[2]) rmSync(folder, { recursive: true, force: true })
  // Not exitCode: something in electron-builder sets it to 0 at the end.
  process.exit(count === 0 ? 0 : 1)
}
