import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RoomName, SCHEMA, closeCodes, parseRoom, recordRoom, textRoom } from "@plenary/collab";
import { type WebSocket, WebSocketServer } from "ws";
import { clientAddress } from "../access/clientAddress.ts";
import type { Standing } from "../access/standings.ts";
import { answeredProtocol, ticketIn } from "../access/ticketIn.ts";
import type { Tickets } from "../conference/tickets.ts";
import type { Limits } from "../guard/limits.ts";
import { type RefusalReason, refusal } from "../guard/refusal.ts";
import type { Refusals } from "../guard/refusals.ts";
import { isLoopbackHost, isSameOrigin } from "../http/sameSite.ts";
import type { Telemetry } from "../monitoring/telemetry.ts";
import { attend } from "./attend.ts";
import { createCrowd } from "../door/crowd.ts";
import { keepAlive } from "../door/keepAlive.ts";
import { type WatchmanParts, createWatchman } from "../door/watchman.ts";
import { denied } from "./messages.ts";
import type { Rooms } from "./rooms.ts";

const MAX_MESSAGE = 4 * 1024 * 1024;

/** Lets connections into rooms. */
export interface Doorkeeper {
  /** Takes an HTTP upgrade: `/rooms/<room>?token=<ticket>`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many connections there are. */
  connections(): number;
  /** Closes every connection. */
  close(): void;
}

/** What the doorkeeper works on. */
export interface DoorkeeperParts extends WatchmanParts {
  readonly rooms: Rooms;
  readonly tickets: Tickets;
  readonly ids: () => string;
  readonly limits: Limits;
  readonly clock: () => Date;
  readonly refusals: Refusals;
  readonly telemetry: Pick<Telemetry, "span" | "from">;
  /** Whether only this machine's own names are answered. */
  readonly loopbackOnly: boolean;
  /** Whether who asks is the last of X-Forwarded-For. */
  readonly behindProxy: boolean;
}

/** Who comes in, to which room; or with what code and words they are sent away. */
type Admission =
  | { readonly room: RoomName; readonly name: string; readonly standing: Standing }
  | { readonly code: number; readonly reason: string };

/** Checks tickets and origins, and joins connections with their rooms. */
export function createDoorkeeper(parts: DoorkeeperParts): Doorkeeper {
  const { rooms, standings, tickets, ids, limits, clock, refusals, telemetry, loopbackOnly, behindProxy, report } =
    parts;
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE,
    handleProtocols: answeredProtocol,
  });
  const watchman = createWatchman(parts);
  const crowd = createCrowd(limits, clock);
  const stopKeepingAlive = keepAlive(sockets.clients);

  async function admit(address: URL, protocols: string | undefined): Promise<Admission> {
    const room = parseRoom(roomIn(address));
    const id = room && tickets.check(ticketIn(address, protocols), room.draft);
    if (!room || !id) return { code: closeCodes.badTicket, reason: "Get a new ticket to this draft." };
    const standing = await standings.of(id, room.draft);
    if (!standing) return { code: closeCodes.unknownDraft, reason: "There is no such draft." };
    const name = room.part === "text" ? textRoom(room.draft) : recordRoom(room.draft);
    return { room, name, standing };
  }

  async function letIn(request: IncomingMessage, socket: Duplex, head: Buffer, address: URL): Promise<void> {
    const from = addressOf(request);
    const protocols = request.headers["sec-websocket-protocol"];
    const admission = await inTime(
      watchman.unchanged(() => admit(address, protocols)),
      limits.handshake,
    );
    if ("code" in admission && !crowd.mayBeTold(from)) return refuse(socket, "429 Too Many Requests");
    sockets.handleUpgrade(request, socket, head, (connection: WebSocket) => {
      if ("code" in admission) return sendAway(connection, admission.code, admission.reason);
      const { room, name, standing } = admission;
      const { person, color } = standing;
      const schema = address.searchParams.get("schema");
      const entrance =
        schema !== null && schema !== String(SCHEMA)
          ? { refused: "version" as const }
          : crowd.enter({ room: name, person: person.id, address: from });
      if (entrance.refused !== null) return turnAway(connection, entrance.refused, admission);
      connection.on("close", entrance.leave);
      watchman.watch(connection, { draft: room.draft, standing });
      const peer = { id: ids(), person, color, mayWrite: room.part === "text" && standing.mayWrite };
      attend(connection, socket, name, peer, { rooms, limits, clock, refusals, report });
    });
  }

  function addressOf(request: IncomingMessage): string {
    const forwarded = request.headers["x-forwarded-for"];
    return clientAddress(behindProxy, forwarded?.toString(), request.socket.remoteAddress);
  }

  function turnAway(
    connection: WebSocket,
    reason: RefusalReason,
    { name, standing }: Extract<Admission, { standing: Standing }>,
  ): void {
    refusals.add(reason, { room: name, person: standing.person.id, connection: null });
    const { code, words } = refusal(reason);
    sendAway(connection, code, words);
  }

  function sendAway(connection: WebSocket, code: number, reason: string): void {
    connection.on("error", report);
    connection.send(denied(reason));
    connection.close(code, reason);
  }

  return {
    upgrade(request, socket, head) {
      socket.on("error", report);
      const { host, origin } = request.headers;
      const address = new URL(request.url ?? "/", "http://plenary");
      if (!address.pathname.startsWith("/rooms/")) return refuse(socket, "404 Not Found");
      if (!isSameOrigin(origin, host) || (loopbackOnly && !isLoopbackHost(host ?? "")))
        return refuse(socket, "403 Forbidden");
      if (!crowd.mayTry(addressOf(request))) return refuse(socket, "429 Too Many Requests");
      const caller = telemetry.from(headersOf(request));
      const come = telemetry.span(
        "request",
        async (tell) => {
          tell({ "http.request.method": "GET", "http.route": "/rooms/:room" });
          await letIn(request, socket, head, address);
        },
        caller ? [caller] : [],
      );
      come.catch((error: unknown) => {
        report(error);
        refuse(socket, "503 Service Unavailable");
      });
    },
    connections: () => sockets.clients.size,
    close() {
      stopKeepingAlive();
      watchman.stop();
      for (const socket of sockets.clients) socket.close(closeCodes.goingAway, "The server is stopping.");
      sockets.close();
    },
  };
}

/** What of the headers says whose trace the request is of. */
function headersOf({ headers }: IncomingMessage): Headers {
  const names = ["traceparent", "tracestate"];
  return new Headers(
    names.flatMap((name): [string, string][] => (headers[name] ? [[name, String(headers[name])]] : [])),
  );
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** What is awaited, or a failure when it takes longer than so many milliseconds. */
async function inTime<T>(awaited: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("Nobody could say in time who may come in.")), milliseconds);
  try {
    return await Promise.race([awaited, late]);
  } finally {
    clearTimeout(timer);
  }
}

function roomIn(address: URL): string {
  try {
    return decodeURIComponent(address.pathname.slice("/rooms/".length));
  } catch {
    return "";
  }
}
