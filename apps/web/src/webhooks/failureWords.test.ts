import { createInstance } from "i18next";
import { expect, test } from "vitest";
import ar from "../messages/ar.json" with { type: "json" };
import { failureWords } from "./failureWords.ts";

test("why a delivery failed is said in the language of the page, whatever the system calls it", async () => {
  const t = await createInstance().init({
    lng: "ar",
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { ar: { translation: ar } },
  });
  const said = [
    "HTTP 503",
    "The address is not one of the public internet.",
    "getaddrinfo ENOTFOUND hooks.example.org",
    "connect ECONNREFUSED 192.0.2.7:443",
    "The operation was aborted due to timeout",
    "self-signed certificate in certificate chain",
  ].map((failure) => failureWords(t, failure));
  expect(new Set(said).size).toBe(6);
  expect(said.filter((words) => words === null || /[a-z]{3}/i.test(words))).toEqual([]);
  expect(said[0]).toContain("503");
  expect(failureWords(t, "something else")).toBeNull();
});
