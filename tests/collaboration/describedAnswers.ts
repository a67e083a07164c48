import { Ajv2020 } from "ajv/dist/2020.js";

/** Holds answers to the API's own description; throws when an answer is not as described. */
export interface DescribedAnswers {
  check(method: string, path: string, response: Response): Promise<void>;
}

/** Reads the description of the server at that origin, asked with these headers. */
export async function describedAnswers(
  origin: string,
  headers: Record<string, string> = {},
): Promise<DescribedAnswers> {
  const document: unknown = await (await fetch(`${origin}/api/openapi.json`, { headers })).json();
  const ajv = new Ajv2020({
    strict: false,
    formats: { "date-time": (words: string) => !Number.isNaN(Date.parse(words)) },
  });
  ajv.addSchema({ $id: "api", ...Object(document) });
  const paths = Object.keys(Object(Reflect.get(Object(document), "paths")));
  // A fixed step of a path is rather meant than a parameter.
  const known = paths.toSorted((one, other) => one.split("{").length - other.split("{").length);

  function pathOf(path: string): string | undefined {
    const asked = path.split("?", 1)[0]?.replace(/\/$/, "") ?? "";
    return known.find((each) => new RegExp(`^${each.replace(/\/$/, "").replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(asked));
  }

  return {
    async check(method, path, response) {
      const type = response.headers.get("content-type")?.split(";", 1)[0] ?? "";
      const where = pathOf(path);
      const status = response.ok ? "200" : "default";
      const pointer = ["paths", where ?? "", method.toLowerCase(), "responses", status, "content", type, "schema"];
      const described = pointer.reduce<unknown>((value, key) => Reflect.get(Object(value), key), document);
      if (described === undefined) {
        if (where === undefined && response.status === 404) return;
        const content = pointer.slice(0, -2).reduce<unknown>((value, key) => Reflect.get(Object(value), key), document);
        if (type === "application/json" && Reflect.get(Object(content), "application/octet-stream") === undefined)
          throw new Error(`${method} ${path} answers JSON that is not described.`);
        return;
      }
      const schema = `api#/${pointer.map((key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
      const body: unknown = await response.clone().json();
      if (!ajv.validate({ $ref: schema }, body))
        throw new Error(`${method} ${path} answers other than described: ${ajv.errorsText()}\n${JSON.stringify(body)}`);
    },
  };
}
