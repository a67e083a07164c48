export { sampleConference } from "./sample-conference.ts";
