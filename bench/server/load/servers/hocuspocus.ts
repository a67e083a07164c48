import { Server } from "@hocuspocus/server";
import { writeText } from "@plenary/collab";
import { sampleText } from "../sampleText.ts";
import { serve } from "./usage.ts";

/** Hocuspocus, in memory. Argument: how many rooms. */
const rooms = Number(process.argv[2]);
const server = new Server({
  address: "127.0.0.1",
  quiet: true,
  onLoadDocument: ({ document }) => {
    writeText(document, sampleText);
    return Promise.resolve();
  },
});
await server.listen(0);
serve(
  server.address.port,
  Array.from({ length: rooms }, (_, i) => `room-${i}`),
);
