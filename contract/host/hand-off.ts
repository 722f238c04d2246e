// What is handed over with a conversation, for both sides. Online only: it is as the server has it.
import { getHandOff } from '../http/hand-off.ts'
import { relay } from './relay.ts'

export const handOffRequests = {
  'conversation.handOff': relay(getHandOff, ['taxpayer', 'console']),
}
