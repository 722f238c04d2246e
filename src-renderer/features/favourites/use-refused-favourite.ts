// What was kept with no line and the server would not keep: it is gone from the list, and why is said.
import { useHostEvent } from '../../host/index.ts'
import { notifyFailure } from '../../ui/index.ts'

export function useRefusedFavourite(): void {
  useHostEvent('favourites.changed', ({ refused }) => {
    if (refused) notifyFailure(refused)
  })
}
