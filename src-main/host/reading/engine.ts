// Tesseract, with the model for Chinese that its package brings. Nothing is ever fetched: the model is a file on this machine.
// The engine brings a thread of its own, which throws what goes wrong where nobody can catch it; so it lives in reading.worker.ts.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM, type Page, type Word } from 'tesseract.js'
import type { ReadLine, ReadWord } from '@zhengna/answering/reading/read-line.ts'

export interface Engine {
  /** Errors: rejects where the file cannot be opened. */
  read(picture: Uint8Array): Promise<readonly ReadLine[]>
}

/** The model reads Latin letters and digits too; adding the English one made it no better and twice as large. */
const MODEL = 'chi_sim'

export async function startEngine(): Promise<Engine> {
  const model = createRequire(import.meta.url).resolve(`@tesseract.js-data/${MODEL}/package.json`)
  // What fails while it starts is told to the handler alone; the promise would wait for ever.
  const tesseract = await new Promise<Awaited<ReturnType<typeof createWorker>>>((resolve, reject) => {
    const options = { langPath: join(dirname(model), '4.0.0_best_int'), gzip: true, cacheMethod: 'none', errorHandler: reject }
    createWorker(MODEL, OEM.LSTM_ONLY, options).then(resolve, reject)
  })
  // A window has menus, columns and a message somewhere: not the one block of text that is taken for granted otherwise.
  // Characters are as tall as 300 dots an inch would make them (prepare/); a guess from the picture is worse.
  await tesseract.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '300' })
  return {
    async read(picture) {
      const { data } = await tesseract.recognize(Buffer.from(picture), {}, { text: false, blocks: true })
      return linesOf(data)
    },
  }
}

const linesOf = ({ blocks }: Page): readonly ReadLine[] =>
  (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map(({ words }) => words.map(wordOf))))

function wordOf({ symbols, bbox }: Word): ReadWord {
  return {
    glyphs: symbols.flatMap(({ text, confidence }) => Array.from(text, (sign) => ({ text: sign, confidence: confidence / 100 }))),
    box: { left: bbox.x0, top: bbox.y0, right: bbox.x1, bottom: bbox.y1 },
  }
}
