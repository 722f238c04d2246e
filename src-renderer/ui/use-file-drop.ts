// A file dropped on a zone. Beside it nothing happens: the browser would leave the page to open the file.
import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

/** Returns whether files are held over the zone. */
export function useFileDrop(zone: Readonly<Ref<HTMLElement | null>>, onFiles: (files: readonly File[]) => void): Readonly<Ref<boolean>> {
  const isOver = ref(false)
  const isInside = (event: DragEvent): boolean => zone.value?.contains(event.target as Node) ?? false

  useEventListener(document, 'dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    isOver.value = isInside(event)
    event.dataTransfer.dropEffect = isOver.value ? 'copy' : 'none'
  })
  useEventListener(document, 'dragleave', (event) => {
    if (event.relatedTarget === null) isOver.value = false
  })
  useEventListener(document, 'drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    isOver.value = false
    if (isInside(event)) onFiles(files)
  })
  return isOver
}
