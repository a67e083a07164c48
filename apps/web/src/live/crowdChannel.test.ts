import { CROWD } from "@plenary/collab";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { expect, it, vi } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { crowdChannel } from "./crowdChannel.ts";

it("tells how many people there are as the server does, and none of it once the line is gone", () => {
  const provider = new WebsocketProvider("ws://127.0.0.1:1", "draft", new Y.Doc(), { connect: false, disableBc: true });
  const crowd = crowdChannel(provider);
  const changed = vi.fn<() => void>();
  const end = crowd.subscribe(changed);
  const told = encoding.encode((encoder) => encoding.writeVarUint(encoder, 1000));
  expect(crowd.people()).toBe(0);
  provider.messageHandlers[CROWD]?.(encoding.createEncoder(), decoding.createDecoder(told), provider, true, CROWD);
  expect([crowd.people(), changed.mock.calls.length]).toEqual([1000, 1]);
  provider.emit("status", [{ status: "disconnected" }]);
  expect([crowd.people(), changed.mock.calls.length]).toEqual([0, 2]);
  end();
  provider.emit("status", [{ status: "disconnected" }]);
  expect(changed).toHaveBeenCalledTimes(2);
  provider.destroy();
});
