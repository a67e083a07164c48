import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { SCHEMA, closeCodes, parseRoom, recordRoom, textRoom } from "@plenary/collab";
import { type WebSocket, WebSocketServer } from "ws";
import type { Drafts } from "../conference/drafts.ts";
import type { People } from "../conference/people.ts";
import { mayWrite } from "../conference/rights.ts";
import type { Tickets } from "../conference/tickets.ts";
import type { Limits } from "../guard/limits.ts";
import { type RefusalReason, refusal } from "../guard/refusal.ts";
import type { Refusals } from "../guard/refusals.ts";
import { isLoopbackHost, isSameOrigin } from "../http/sameSite.ts";
import { attend } from "./attend.ts";
import { createCrowd } from "../door/crowd.ts";
import { keepAlive } from "../door/keepAlive.ts";
import { denied } from "./messages.ts";
import type { Peer } from "./peer.ts";
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
export interface DoorkeeperParts {
  readonly rooms: Rooms;
  readonly drafts: Drafts;
  readonly people: People;
  readonly tickets: Tickets;
  readonly ids: () => string;
  readonly limits: Limits;
  readonly clock: () => Date;
  readonly refusals: Refusals;
  /** Whether only this machine's own names are answered. */
  readonly loopbackOnly: boolean;
  readonly report: (error: unknown) => void;
}

/** Who comes in, to which room; or with what code and words they are sent away. */
type Admission =
  | { readonly room: string; readonly peer: Omit<Peer, "send" | "close"> }
  | { readonly code: number; readonly reason: string };

/** Checks tickets and origins, and joins connections with their rooms. */
export function createDoorkeeper(parts: DoorkeeperParts): Doorkeeper {
  const { rooms, drafts, people, tickets, ids, limits, clock, refusals, loopbackOnly, report } = parts;
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_MESSAGE });
  const crowd = createCrowd(limits, clock);
  const stopKeepingAlive = keepAlive(sockets.clients);

  async function admit(address: URL): Promise<Admission> {
    const room = parseRoom(decodeURIComponent(address.pathname.slice("/rooms/".length)));
    const id = room && tickets.check(address.searchParams.get("token") ?? "", room.draft);
    const person = id ? await people.find(id) : null;
    if (!room || !person) return { code: closeCodes.badTicket, reason: "Get a new ticket to this draft." };
    const draft = await drafts.find(room.draft);
    const color = (await people.groups()).find(({ code }) => code === person.group)?.color ?? "#5c6470";
    const writes = room.part === "text" && mayWrite(person, draft.group);
    const name = room.part === "text" ? textRoom(draft.id) : recordRoom(draft.id);
    return { room: name, peer: { id: ids(), person, color, mayWrite: writes } };
  }

  async function letIn(request: IncomingMessage, socket: Duplex, head: Buffer, address: URL): Promise<void> {
    const from = request.socket.remoteAddress ?? "";
    const admission = await inTime(admit(address), limits.handshake);
    if ("code" in admission && !crowd.mayBeTold(from)) return refuse(socket, "429 Too Many Requests");
    sockets.handleUpgrade(request, socket, head, (connection: WebSocket) => {
      if ("code" in admission) return sendAway(connection, admission.code, admission.reason);
      const { room, peer } = admission;
      const schema = address.searchParams.get("schema");
      const entrance =
        schema !== null && schema !== String(SCHEMA)
          ? { refused: "version" as const }
          : crowd.enter({ room, person: peer.person.id, address: from });
      if (entrance.refused !== null) return turnAway(connection, entrance.refused, admission);
      connection.on("close", entrance.leave);
      attend(connection, room, peer, { rooms, limits, clock, refusals, report });
    });
  }

  function turnAway(
    connection: WebSocket,
    reason: RefusalReason,
    { room, peer }: Extract<Admission, { peer: unknown }>,
  ): void {
    refusals.add(reason, { room, person: peer.person.id, connection: null });
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
      if (!crowd.mayTry(request.socket.remoteAddress ?? "")) return refuse(socket, "429 Too Many Requests");
      letIn(request, socket, head, address).catch((error: unknown) => {
        report(error);
        refuse(socket, "500 Internal Server Error");
      });
    },
    connections: () => sockets.clients.size,
    close() {
      stopKeepingAlive();
      for (const socket of sockets.clients) socket.close(closeCodes.goingAway, "The server is stopping.");
      sockets.close();
    },
  };
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
