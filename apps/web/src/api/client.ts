import type { Api } from "@plenary/server/api";
import { hc } from "hono/client";

/** The server's API, typed by the server itself. */
export const api = hc<Api>("/").api;
