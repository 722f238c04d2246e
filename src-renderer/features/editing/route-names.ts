/** Where the pages of the desk are; a section's name is `editing.` and its key. */
export const editingRouteNames = { articles: 'editing.articles', reviews: 'editing.reviews', write: 'editing.write' } as const
