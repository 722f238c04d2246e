// Draws invoice-face.png from invoice-face.html.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assetFile, openPage } from './common.mjs'

const { page, close } = await openPage('invoice-face.html', { width: 1280, height: 900 })
const raw = join(tmpdir(), `invoice-face-${process.pid}.png`)
await page.screenshot({ path: raw, fullPage: true })
await close()

// Few colours are used, so a palette of 256 loses nothing that can be seen and halves the file.
const filter = 'split[a][b];[a]palettegen=max_colors=256:reserve_transparent=0[p];[b][p]paletteuse=dither=none'
const done = spawnSync('ffmpeg', ['-v', 'error', '-y', '-i', raw, '-vf', filter, assetFile('invoice-face.png')], { stdio: 'inherit' })
rmSync(raw)
if (done.status !== 0) throw new Error('ffmpeg could not write invoice-face.png')
