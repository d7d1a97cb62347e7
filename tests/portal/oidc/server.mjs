// A real OpenID Connect server for the tests: `node server.mjs PORT WAY_BACK`. Who logs in is what is posted to its page.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const [port, wayBack] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "werktop",
      client_secret: "een-geheim-van-de-tests",
      redirect_uris: [wayBack],
      grant_types: ["authorization_code"],
      response_types: ["code"],
    },
  ],
  acrValues: ["laag", "substantieel"],
  claims: { openid: ["sub"], acr: null, auth_time: null, iss: null, sid: null },
  cookies: { keys: ["voor-de-tests"] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  // nobody is asked whether werktop may know who it is: that is what the login is for
  loadExistingGrant: async (ctx) => {
    const { client, session } = ctx.oidc;
    const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
});
const answer = provider.callback();

createServer(async (request, response) => {
  if (!request.url.startsWith("/interaction/")) return answer(request, response);
  if (request.method !== "POST") return response.end("<form method=post><input name=who><input name=acr></form>");
  let body = "";
  for await (const part of request) body += part;
  const said = new URLSearchParams(body);
  const result = said.has("no")
    ? { error: "access_denied", error_description: "no" }
    : { login: { accountId: said.get("who"), acr: said.get("acr") ?? undefined } };
  return provider.interactionFinished(request, response, result);
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
