/** A page that shows an OpenAPI document to people: no script, nothing from elsewhere. */
export function referencePage(document: object): string {
  const paths = Object.entries(fields(get(document, "paths")));
  const schemas = Object.entries(fields(get(get(document, "components"), "schemas")));
  const operations = paths.flatMap(([path, methods]) =>
    Object.entries(fields(methods)).map(([method, operation]) => operationHtml(method, path, operation)),
  );
  const title = escape(String(get(get(document, "info"), "title")));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: the API</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}: the API</h1>
<p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Every refusal is
<code>application/problem+json</code>; its <code>detail</code> says what is wrong and what to do, its <code>code</code> the same for programs, with what stands
in its <code>blanks</code>. A request that
changes something may carry an <code>Idempotency-Key</code>: sent again, it is not done again.</p>
<h2>Requests</h2>
${operations.join("\n")}
<h2>Schemas</h2>
${schemas.map(([name, schema]) => schemaHtml(name, schema)).join("\n")}
</main>
</body>
</html>
`;
}

function operationHtml(method: string, path: string, operation: unknown): string {
  const parameters = get(operation, "parameters");
  const listed = Array.isArray(parameters) ? parameters : [];
  const rows = listed.map(
    (each) =>
      `<li><code>${escape(String(get(each, "name")))}</code> (${escape(String(get(each, "in")))}${
        get(each, "required") === true ? "" : ", optional"
      })</li>`,
  );
  const body = referred(get(operation, "requestBody"));
  const answer = referred(get(get(operation, "responses"), "200"));
  return `<section>
<h3><code>${method.toUpperCase()} ${escape(path)}</code></h3>
<p>${escape(String(get(operation, "summary")))}</p>
${rows.length > 0 ? `<ul>${rows.join("")}</ul>` : ""}
${body ? `<p>Takes ${body}</p>` : ""}
${answer ? `<p>Answers ${answer}</p>` : ""}
</section>`;
}

/** What a body or an answer holds: a link to its schema, else its media type. */
function referred(holder: unknown): string {
  const [found] = Object.entries(fields(get(holder, "content")));
  if (!found) return "";
  const [type, media] = found;
  const reference = get(get(media, "schema"), "$ref");
  const name = typeof reference === "string" ? /\/(\w+)$/.exec(reference)?.[1] : undefined;
  return name === undefined ? `<code>${escape(type)}</code>` : `<a href="#${name}"><code>${name}</code></a>`;
}

function schemaHtml(name: string, schema: unknown): string {
  const json = escape(JSON.stringify(schema, null, 2)).replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    (_, each: string) => `<a href="#${each}">${each}</a>`,
  );
  return `<details id="${escape(name)}" open><summary><code>${escape(name)}</code></summary><pre tabindex="0">${json}</pre></details>`;
}

function get(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key);
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)));
}

function escape(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #8886; padding: .5rem 0; }
h3 { margin: .5rem 0 0; font-size: 1rem; overflow-wrap: anywhere; }
p, ul { margin: .25rem 0; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid #8886; border-radius: .375rem; font-size: .8125rem; }
summary { cursor: pointer; padding: .25rem 0; }
`;
