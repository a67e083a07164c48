export {
  type Seal,
  type Seals,
  cleanSeals,
  firstDifference,
  markedSeals,
  parseSeals,
  printSeals,
  sealOf,
  textHash,
} from "./seal.ts";
