import { Hono } from "hono";
import { does } from "./does.ts";
import { referencePage } from "./referencePage.ts";

/** `/api/openapi.json` and `/api/docs`: what the API is, for programs and for people. */
export function reference(document: () => object) {
  return new Hono()
    .get("/openapi.json", does("This document", { file: "application/json" }), (c) =>
      c.body(JSON.stringify(document()), 200, { "content-type": "application/json" }),
    )
    .get("/docs", does("The reference of the API, for people", { file: "text/html" }), (c) =>
      c.body(referencePage(document()), 200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
      }),
    );
}
