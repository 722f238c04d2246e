// The editors' desk, put together from its parts.
import { createCatalogue, type Catalogue } from './catalogue.service.ts'
import { checkAsset } from './check-asset.ts'
import { createDrafting, type Drafting } from './drafting.service.ts'
import type { Editor, EditingParts } from './editing-parts.ts'
import { createLexiconDesk, type LexiconDesk } from './lexicon.service.ts'
import { createReviewing, type Reviewing } from './reviewing.service.ts'
import { createServing, type Serving } from './serving.service.ts'
import { createTopics, type Topics } from './topics.service.ts'
import { exportTemplate, exportWorkbook, type ExportedWorkbook } from './workbook/export-workbook.ts'
import { importWorkbook, type ImportReport } from './workbook/import-workbook.ts'

export interface Editing {
  readonly catalogue: Catalogue
  readonly drafting: Drafting
  readonly reviewing: Reviewing
  readonly serving: Serving
  readonly topics: Topics
  readonly lexicon: LexiconDesk
  /** The name under which answers name it. Errors: ASSET_TYPE_REFUSED, ASSET_TOO_LARGE. */
  uploadAsset(name: string, bytes: Uint8Array): Promise<string>
  exportWorkbook(): Promise<ExportedWorkbook>
  /** Its form alone, to be filled in. */
  exportTemplate(): Promise<ExportedWorkbook>
  /** Errors: WORKBOOK_UNREADABLE. */
  importWorkbook(editor: Editor, bytes: Uint8Array, isTrial: boolean): Promise<ImportReport>
}

export function createEditing(parts: EditingParts): Editing {
  return {
    catalogue: createCatalogue(parts),
    drafting: createDrafting(parts),
    reviewing: createReviewing(parts),
    serving: createServing(parts),
    topics: createTopics(parts),
    lexicon: createLexiconDesk(parts),
    uploadAsset: async (name, bytes) => parts.assets.store(bytes, await checkAsset(name, bytes)),
    exportWorkbook: () => exportWorkbook(parts),
    exportTemplate,
    importWorkbook: (editor, bytes, isTrial) => importWorkbook(parts, editor, bytes, isTrial),
  }
}
