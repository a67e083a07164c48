/**
 * - `marked`: every change shown against the base
 * - `clean`: the current text alone
 * - `table`: base and current text side by side
 */
export const fileViews = ["marked", "clean", "table"] as const;

/** How a text goes into a file. */
export type FileView = (typeof fileViews)[number];

/** What a kind of file is called on disk and on the wire, and which views it has. */
export interface FileKind {
  /** Without the dot. */
  readonly extension: string;
  /** The media type. */
  readonly type: string;
  readonly views: readonly FileView[];
}

/** Every kind of file that texts are exported as. This list is the only one: shell, server and page read it. */
export const fileKinds = {
  docx: {
    extension: "docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    views: ["marked", "clean", "table"],
  },
  pdf: { extension: "pdf", type: "application/pdf", views: ["marked", "clean", "table"] },
  html: { extension: "html", type: "text/html; charset=utf-8", views: ["marked", "clean", "table"] },
  markdown: { extension: "md", type: "text/markdown; charset=utf-8", views: ["marked", "clean"] },
  text: { extension: "txt", type: "text/plain; charset=utf-8", views: ["marked", "clean"] },
  json: { extension: "json", type: "application/json", views: ["marked", "clean"] },
  akn: { extension: "akn", type: "application/akn+xml", views: ["marked", "clean"] },
} as const satisfies Readonly<Record<string, FileKind>>;

/** The name of a kind of file. */
export type FileFormat = keyof typeof fileKinds;

/** The names of all kinds, in the order in which they are offered. */
export const fileFormats: readonly FileFormat[] = Object.keys(fileKinds).filter(isFileFormat);

/** Whether a value names a kind of file. */
export function isFileFormat(value: unknown): value is FileFormat {
  return typeof value === "string" && Object.hasOwn(fileKinds, value);
}

/** Whether that kind of file has that view. */
export function hasView(format: FileFormat, view: FileView): boolean {
  return fileKinds[format].views.some((each) => each === view);
}

/** Who is named as the author of changes: the group, the group with the person, or nobody, which gives no times either. */
export const authorNames = ["group", "group-and-person", "none"] as const;

/** What a file says of those who made the changes. */
export type AuthorNames = (typeof authorNames)[number];
