import { SAVED } from "@plenary/collab";
import * as encoding from "lib0/encoding";

/** The question "is everything up to this version saved?" as it goes over the wire. */
export function savedMessage(version: number): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SAVED);
  encoding.writeVarUint(encoder, version);
  return new Uint8Array(encoding.toUint8Array(encoder));
}
