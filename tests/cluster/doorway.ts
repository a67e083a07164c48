import { chmodSync } from "node:fs";
import { connect, createServer } from "node:net";

/** Run in a node's host: leads connections on a file socket, which has no network, to the node's port there. */
const [path = "", port = ""] = process.argv.slice(2);
const server = createServer((incoming) => {
  const outgoing = connect(Number(port), "127.0.0.1");
  for (const one of [incoming, outgoing]) one.on("error", () => {});
  incoming.on("close", () => outgoing.destroy());
  outgoing.on("close", () => incoming.destroy());
  incoming.pipe(outgoing).pipe(incoming);
});
server.listen(path, () => {
  chmodSync(path, 0o600);
  console.log("open");
});
