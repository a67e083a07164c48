import type { RouterRoute } from "hono/types";
import { type ZodType, z } from "zod";
import { type Described, type Doing, descriptionOf } from "./does.ts";
import { models, problem } from "./models.ts";

/** A value of an OpenAPI document. */
type Part = { readonly [key: string]: unknown };

interface Route {
  readonly method: string;
  readonly path: string;
  readonly doing: Doing | undefined;
  readonly body: ZodType | undefined;
  readonly query: ZodType | undefined;
}

/** An OpenAPI 3.1 document of the routes, made of the schemas that they themselves check by. */
export function openapi(routes: readonly RouterRoute[], title: string): Part {
  const found = collect(routes);
  const inputs = z.registry<{ id: string }>();
  const outputs = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(models)) outputs.add(schema, { id });
  for (const route of found) {
    if (route.body) inputs.add(route.body, { id: `${name(route)}Body` });
    if (route.doing?.answer && !outputs.has(route.doing.answer))
      outputs.add(route.doing.answer, { id: `${name(route)}Answer` });
  }
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const schemas = {
    ...bare(z.toJSONSchema(inputs, { uri, io: "input" }).schemas),
    ...bare(z.toJSONSchema(outputs, { uri }).schemas),
  };
  const ref = (schema: ZodType): Part => ({ $ref: uri((inputs.get(schema) ?? outputs.get(schema))?.id ?? "") });
  const paths: Record<string, Record<string, Part>> = {};
  for (const route of found) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route, ref);
  }
  return {
    openapi: "3.1.0",
    info: { title, version: "1" },
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "plenary_session" } },
    },
    security: [{ session: [] }],
  };
}

/** One entry a method and path: what all its handlers say together; middleware for every method is no route. */
function collect(routes: readonly RouterRoute[]): Route[] {
  const found = new Map<string, { method: string; path: string; described: Described }>();
  for (const { method, path, handler } of routes) {
    if (method === "ALL" || !path.startsWith("/api/")) continue;
    const key = `${method} ${path}`;
    const before = found.get(key)?.described;
    found.set(key, { method, path, described: { ...before, ...descriptionOf(handler) } });
  }
  return [...found.values()].map(({ method, path, described: { doing, body, query } }) => ({
    method,
    path,
    doing,
    body,
    query,
  }));
}

function operation(route: Route, ref: (schema: ZodType) => Part): Part {
  const { doing, body, query, path, method } = route;
  const json = (schema: ZodType): Part => ({ content: { "application/json": { schema: ref(schema) } } });
  const parameters = [
    ...[...path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
      name: parameter,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
    ...queryParameters(query),
    ...(method === "GET" ? [] : [idempotencyKey]),
  ];
  const answered = doing?.answer
    ? json(doing.answer)
    : doing?.file === undefined
      ? {}
      : { content: { [doing.file]: {} } };
  return {
    operationId: name(route),
    summary: doing?.summary ?? "",
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, ...json(body) } } : {}),
    responses: {
      "200": { description: "Done", ...answered },
      default: {
        description: "Refused; the detail says why and what to do",
        content: { "application/problem+json": { schema: ref(problem) } },
      },
    },
  };
}

const idempotencyKey: Part = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: { type: "string", minLength: 1, maxLength: 200 },
  description: "Sent again with the same key, the request is not done again; the first answer is given.",
};

function queryParameters(query: ZodType | undefined): Part[] {
  if (!query) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([parameter, schema]) => ({
    name: parameter,
    in: "query",
    required: required.includes(parameter),
    schema,
  }));
}

/** "POST /api/drafts/:id/commands" is postDraftsIdCommands. */
function name({ method, path }: Pick<Route, "method" | "path">): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== "" && word !== "api");
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function bare(schemas: Readonly<Record<string, object>>): Part {
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [
      id,
      Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "$id")),
    ]),
  );
}
