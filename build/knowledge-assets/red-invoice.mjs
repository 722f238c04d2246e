// Films red-invoice.html frame by frame into red-invoice.webm (VP9, silent).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { assetFile, openPage } from './common.mjs'

const framesPerSecond = 12
const { page, close } = await openPage('red-invoice.html', { width: 1280, height: 720 })
const frames = Math.round((await page.evaluate(() => window.duration)) * framesPerSecond)

const ffmpeg = spawn(
  'ffmpeg',
  [
    '-v',
    'error',
    '-y',
    '-f',
    'image2pipe',
    '-framerate',
    String(framesPerSecond),
    '-c:v',
    'png',
    '-i',
    '-',
    '-an',
    '-vf',
    'scale=out_color_matrix=bt709:out_range=tv',
    '-pix_fmt',
    'yuv420p',
    '-colorspace',
    'bt709',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
    '-color_range',
    'tv',
    '-c:v',
    'libvpx-vp9',
    '-b:v',
    '0',
    '-crf',
    '26',
    '-deadline',
    'good',
    '-cpu-used',
    '1',
    '-row-mt',
    '1',
    '-g',
    String(framesPerSecond * 4),
    '-fflags',
    '+bitexact',
    '-flags:v',
    '+bitexact',
    '-cues_to_front',
    '1',
    '-metadata',
    'title=开具红字发票的步骤',
    assetFile('red-invoice.webm'),
  ],
  { stdio: ['pipe', 'inherit', 'inherit'] },
)
const ended = once(ffmpeg, 'close')

for (let frame = 0; frame < frames; frame += 1) {
  await page.evaluate((time) => window.seek(time), frame / framesPerSecond)
  const picture = await page.screenshot()
  if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, 'drain')
}
ffmpeg.stdin.end()
await close()
const [code] = await ended
if (code !== 0) throw new Error('ffmpeg could not write red-invoice.webm')
