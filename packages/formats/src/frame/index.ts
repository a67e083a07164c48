export { type Frame, type Proposal, frameLines, frameOf } from "./frame.ts";
