import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT, exportJWK, generateKeyPair } from "jose";

/** Somebody whom an identity provider knows. */
export interface Identity {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
}

/** A small identity provider (OpenID Connect, authorization code with PKCE) that signs `who` in without asking. */
export interface Issuer {
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there. */
  who: Identity;
  /** What it does wrong, to see it refused: another key's signature, another nonce, another audience. */
  wrong: "signature" | "nonce" | "audience" | null;
  close(): Promise<void>;
}

interface Grant {
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly redirect: string;
}

/** Starts an issuer on a free port. */
export async function startIssuer(who: Identity): Promise<Issuer> {
  const [right, other] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(right.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const clientId = "plenary";
  const clientSecret = "between us";

  async function token(issuer: Issuer, given: URLSearchParams, authorization: string): Promise<unknown> {
    const code = given.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const basic = `Basic ${Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString("base64")}`;
    const secret = given.get("client_secret") === clientSecret || authorization === basic;
    const verifier = createHash("sha256")
      .update(given.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || !secret || grant.challenge !== verifier || grant.redirect !== given.get("redirect_uri")) return null;
    const nonce = issuer.wrong === "nonce" ? randomUUID() : grant.nonce;
    const { sub, name, email } = issuer.who;
    const idToken = await new SignJWT({ name, email, email_verified: true, ...(nonce === null ? {} : { nonce }) })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuer(issuer.address)
      .setSubject(sub)
      .setAudience(issuer.wrong === "audience" ? "somebody-else" : clientId)
      .setIssuedAt()
      .setExpirationTime("5 minutes")
      .sign(issuer.wrong === "signature" ? other.privateKey : right.privateKey);
    return { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: idToken };
  }

  const http = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuer.address);
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json({
          issuer: issuer.address,
          authorization_endpoint: `${issuer.address}/authorize`,
          token_endpoint: `${issuer.address}/token`,
          jwks_uri: `${issuer.address}/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
          code_challenge_methods_supported: ["S256"],
        });
      case "/keys":
        return json({ keys: [jwk] });
      case "/authorize": {
        const asked = url.searchParams;
        const redirect = new URL(asked.get("redirect_uri") ?? "");
        const code = randomUUID();
        grants.set(code, {
          nonce: asked.get("nonce"),
          challenge: asked.get("code_challenge"),
          redirect: redirect.href,
        });
        redirect.searchParams.set("code", code);
        redirect.searchParams.set("state", asked.get("state") ?? "");
        response.writeHead(302, { location: redirect.href }).end();
        return;
      }
      case "/token": {
        const parts: Buffer[] = [];
        request.on("data", (part: Buffer) => parts.push(part));
        request.on("end", () => {
          const given = new URLSearchParams(Buffer.concat(parts).toString());
          token(issuer, given, request.headers.authorization ?? "").then(
            (value) => (value === null ? json({ error: "invalid_grant" }, 400) : json(value)),
            () => json({ error: "server_error" }, 500),
          );
        });
        return;
      }
      default:
        json({ error: "not_found" }, 404);
    }
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  const issuer: Issuer = {
    address: `http://127.0.0.1:${port}`,
    clientId,
    clientSecret,
    who,
    wrong: null,
    async close() {
      const closed = once(http, "close");
      http.close();
      http.closeAllConnections();
      await closed;
    },
  };
  return issuer;
}
