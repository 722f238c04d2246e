// Listens for pictures: pasted while the chat is at hand, or dropped on it.
import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { droppedFile, hasFiles, pastedPicture } from './picture-in.ts'

export interface PictureArrival {
  readonly zone: Readonly<Ref<HTMLElement | null>>
  readonly isEnabled: () => boolean
  readonly onPicture: (picture: File) => void
}

/** Returns whether a file is held over the zone. */
export function usePictureArrival({ zone, isEnabled, onPicture }: PictureArrival): Readonly<Ref<boolean>> {
  const isOver = ref(false)

  useEventListener(document, 'paste', (event) => {
    // A form elsewhere in the window has its own use for what is pasted there.
    const isHere = event.target === document.body || zone.value?.contains(event.target as Node)
    const picture = isHere && isEnabled() ? pastedPicture(event.clipboardData) : null
    if (!picture) return
    event.preventDefault()
    onPicture(picture)
  })
  useEventListener(zone, ['dragenter', 'dragover'], (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return
    // Also where it is not wanted: the browser would leave the window's page to show the file.
    event.preventDefault()
    isOver.value = isEnabled()
    if (event.dataTransfer) event.dataTransfer.dropEffect = isEnabled() ? 'copy' : 'none'
  })
  useEventListener(zone, 'dragleave', (event: DragEvent) => {
    if (!zone.value?.contains(event.relatedTarget as Node | null)) isOver.value = false
  })
  useEventListener(zone, 'drop', (event: DragEvent) => {
    const file = droppedFile(event.dataTransfer)
    isOver.value = false
    if (!file) return
    event.preventDefault()
    if (isEnabled()) onPicture(file)
  })
  return isOver
}
