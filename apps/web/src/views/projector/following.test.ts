import { expect, it } from "vitest";
import { type Following, follow, leadersIn, nobody } from "./following.ts";

const state = (name: string, role: string | undefined, change: string | null, clause: string | null = "one") => ({
  user: { id: name, name, role },
  stand: { change, clause },
});
const states = (...all: readonly unknown[]) => new Map(all.map((one, i) => [i + 1, one]));
const after = (...steps: readonly ReadonlyMap<number, unknown>[]): Following =>
  steps.reduce((following: Following, step) => follow(following, leadersIn(step)), nobody);
const leader = (...steps: readonly ReadonlyMap<number, unknown>[]) => after(...steps).leader?.name ?? null;

it("takes as leaders those alone whom the server calls chair or secretariat and who stand somewhere", () => {
  const all = states(
    state("chair", "chair", "a"),
    state("secretary", "secretariat", null),
    state("delegate", "delegate", "b"),
    state("nobody", undefined, "b"),
    { user: { name: "chair", role: "chair" } },
    { user: null, stand: 7 },
    { role: "chair", stand: { change: "b" } },
    null,
    state("idle", "chair", null, null),
  );
  expect(leadersIn(all).map(({ name }) => name)).toEqual(["chair", "secretary"]);
});

it("follows the chair, and the secretariat while there is none", () => {
  const secretary = state("secretary", "secretariat", "s1");
  const chair = state("chair", "chair", "c1");
  expect(leader(states())).toBeNull();
  expect(leader(states(secretary))).toBe("secretary");
  expect(leader(states(secretary), states(secretary, chair))).toBe("chair");
  expect(leader(states(secretary, chair), states(state("secretary", "secretariat", "s2"), chair))).toBe("chair");
  expect(leader(states(secretary, chair), states(secretary))).toBe("secretary");
});

it("of two chairs follows who moved last, and goes on while nobody moves", () => {
  const [one, two] = [state("one", "chair", "a"), state("two", "chair", "b")];
  const moved = state("one", "chair", "c");
  expect(leader(states(one, two), states(moved, two))).toBe("one");
  expect(leader(states(one, two), states(moved, two), states(moved, two))).toBe("one");
  expect(leader(states(moved, two), states(moved, state("two", "chair", null, "x")))).toBe("two");
  expect(after(states(one, two), states(moved, two)).leader?.stand).toEqual({ change: "c", clause: "one" });
});
