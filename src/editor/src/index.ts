export { mountEditor } from './mount'
export { mountReview } from './reviewing'
export { mountTranscript } from './transcript/mount'
