import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { baseAttacks } from "./baseAttacks.ts";
import { copyOf, updateMessage } from "./crafted.ts";
import { identityAttacks } from "./identityAttacks.ts";
import { type Scene, openScene } from "./scene.ts";
import { shapeAttacks } from "./shapeAttacks.ts";

/** How many connections attack at once. */
const crowd = 50;

let scene: Scene;
beforeEach(async () => void (scene = await openScene({ windows: crowd + 1 })));
afterEach(() => scene.close());

/** How much the draft is, in the log's updates and in the bytes of its state. */
async function measured(): Promise<{ updates: number; bytes: number }> {
  const { db } = scene.server.store;
  const updates = await db.selectFrom("doc_update").select("seq").where("doc", "=", scene.server.draft).execute();
  return { updates: updates.length, bytes: Y.encodeStateAsUpdate(scene.bystander.doc).length };
}

const attacks = Object.entries({ ...identityAttacks, ...shapeAttacks, ...baseAttacks });

it.each(attacks)("%s works on plain Yjs and is refused here", async (_, attack) => {
  const { server, victim } = scene;
  const update = attack.make(victim.doc);
  attack.works(copyOf(victim.doc), update, victim.doc);
  const before = await measured();
  expect(await scene.closedAfter([updateMessage(update)])).toBe(attack.code);
  expect(Object.fromEntries(server.refused)).toEqual({ [attack.reason]: 1 });
  expect(String(server.reports)).toBe(
    `Error: Refused (${attack.reason}): a message of eur2 in the room ${server.draft}.`,
  );
  expect(server.recorded).toMatchObject([{ reason: attack.reason, person: "eur2", room: server.draft }]);
  expect(server.recorded[0]?.connection).toEqual(expect.any(String));
  await scene.goesOn();
  const refused = server.store.db.selectFrom("audit").select(["person", "draft", "detail"]);
  const kept = () => refused.where("act", "=", "refused update").where("number", "is not", null).execute();
  const detail = JSON.stringify({ reason: attack.reason });
  await expect.poll(kept).toEqual([{ person: "eur2", draft: server.draft, detail }]);
  const after = await measured();
  expect(after.updates).toBe(before.updates + 1);
  expect(after.bytes).toBeLessThan(before.bytes + 100);
});

it.each(["a gap", "deletions of unknown clients", "a flood of client ids"])(
  "%s leaves nothing behind when it is tried a hundred times",
  async (name) => {
    const attack = attacks.find(([one]) => one === name)?.[1];
    if (!attack) throw new Error(`There is no attack ${name}.`);
    const update = updateMessage(attack.make(scene.victim.doc));
    const before = await measured();
    for (let round = 0; round < 100 / crowd; round += 1) {
      const codes = await Promise.all(Array.from({ length: crowd }, () => scene.closedAfter([update])));
      expect(codes).toEqual(Array.from({ length: crowd }, () => attack.code));
    }
    expect([...scene.server.refused.values()]).toEqual([100]);
    await scene.goesOn();
    const after = await measured();
    expect(after.updates).toBe(before.updates + 1);
    expect(after.bytes).toBeLessThan(before.bytes + 100);
  },
);
