export {
  type AuthorNames,
  type FileFormat,
  type FileKind,
  type FileView,
  authorNames,
  fileFormats,
  fileKinds,
  fileViews,
  hasView,
  isFileFormat,
} from "./catalogue.ts";
