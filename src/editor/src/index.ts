export { mountEditor } from './mount'
export { mountMenus } from './menus'
export { mountReview } from './reviewing'
export { mountTranscript } from './transcript/mount'
