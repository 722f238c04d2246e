/** What an editor decides about unsaved changes. */
export type Leaving = 'save' | 'drop' | 'stay'
