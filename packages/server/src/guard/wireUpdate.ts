import * as Y from "yjs";

/** How many structs and deleted ranges an update may hold. */
const MAX_STRUCTS = 50_000;
/** Client ids are 32 random bits. */
const MAX_CLIENT = 0xffff_ffff;
/** No honest client comes near it; sums of clocks and lengths below it are exact. */
const MAX_CLOCK = 2 ** 40;

/** A piece of an update: an item, deleted content without its words, or a hole. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/** An update taken apart: each client's structs and deleted ranges, in the order of their clocks. */
export interface WireUpdate {
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  readonly deletions: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
}

class TooMany extends Error {}

class CountingDecoder extends Y.UpdateDecoderV1 {
  private left = MAX_STRUCTS;

  override readInfo(): number {
    this.count();
    return super.readInfo();
  }

  override readDsClock(): number {
    this.count();
    return super.readDsClock();
  }

  private count(): void {
    this.left -= 1;
    if (this.left < 0) throw new TooMany();
  }
}

/** Takes an update apart; "structs" when it holds too many of them, "malformed" when its bytes are not an update. */
export function readWireUpdate(update: Uint8Array): WireUpdate | "structs" | "malformed" {
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, CountingDecoder);
    const byClient = new Map<number, Struct[]>();
    for (const struct of structs) {
      const { client, clock } = struct.id;
      const before = byClient.get(client);
      const last = before?.at(-1);
      // Yjs would take the last of two blocks of a client and forget the first.
      if (last && last.id.clock + last.length !== clock) return "malformed";
      if (client > MAX_CLIENT || clock + struct.length > MAX_CLOCK || struct.length < 1) return "malformed";
      if (before) before.push(struct);
      else byClient.set(client, [struct]);
    }
    return { structs: byClient, deletions: ds.clients };
  } catch (error) {
    return error instanceof TooMany ? "structs" : "malformed";
  }
}
