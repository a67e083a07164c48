/** What the worker is asked for: a `PrintedPage` as JSON. */
export interface Order {
  readonly id: number;
  readonly page: string;
}

/** What the worker answers. */
export type Outcome =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string };
