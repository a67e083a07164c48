export {
  type FileFormat,
  type FileKind,
  type FileView,
  fileFormats,
  fileKinds,
  fileViews,
  hasView,
  isFileFormat,
} from "./catalogue.ts";
