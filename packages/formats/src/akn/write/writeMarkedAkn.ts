import { type Redline, accept, amendmentSymbol } from "@plenary/diff";
import { type Clause, type Text, flatten } from "@plenary/document";
import { blocksXml, blockXml, type ClauseWriter, hierarchyXml, isHead } from "./clauseXml.ts";
import { createElementIds } from "./elementIds.ts";
import { type AknOptions, identificationXml, referencesXml } from "./identification.ts";
import { type NotePlaces, segmentsXml } from "./inlineXml.ts";
import { markedSegments } from "./markedSegments.ts";
import { type Mod, modsOf } from "./mods.ts";
import { type Statement, writeStatement } from "./statement.ts";
import { aknFile } from "./writeAkn.ts";
import { attributes, escapeText } from "./xml.ts";

/** The eIds that the amendment's own elements and those of the base begin with. */
const own = "cmp_amendment__";
const based = "cmp_base__";

/**
 * The redline as Akoma Ntoso 3.0: an amendmentList of one amendment and of the base that it amends. Each modified
 * clause is one `mod` with its new wording, deletions in `del` and insertions in `ins`, and one `textualMod`. Reading
 * gives the base, and what accepting all changes of the redline gives.
 */
export function writeMarkedAkn(redline: Redline, options: AknOptions = {}): string {
  const target = accept(redline);
  const mods = modsOf(redline, target);
  const base = writeStatement(redline.base, based, {});
  const written = mods.map((mod, i) => modOf(mod, i + 1, base));
  const writer = quotedWriter(redline, target, written, base);
  const symbol = amendmentSymbol(redline);
  const document = (prefix: string, subtype: "amendment" | "collection") => ({
    prefix,
    text: target,
    subtype,
    options,
  });
  const amendment = document(own, "amendment");
  const list = document("", "collection");
  const analysis = written.map(textualMod).join("");
  const content = written.map((each) => modXml(each, writer)).join("");
  return aknFile(
    `<amendmentList name="amendmentList">\n<meta>\n${identificationXml(list)}${referencesXml(list)}</meta>\n` +
      `<collectionBody>\n<component eId="cmp_amendment"><amendment name="amendment">\n` +
      `<meta>\n${identificationXml(amendment)}` +
      (analysis === ""
        ? ""
        : `<analysis source="#${own}author"><activeModifications>\n${analysis}</activeModifications></analysis>\n`) +
      `${referencesXml(amendment)}</meta>\n${prefaceXml(options)}` +
      `<amendmentBody xml:lang="${target.language}">\n<amendmentHeading><p>${symbol}</p></amendmentHeading>\n` +
      `<amendmentContent>\n${content}</amendmentContent>\n${justificationXml(target)}</amendmentBody>\n` +
      `</amendment></component>\n<component eId="cmp_base">${base.xml}</component>\n</collectionBody>\n</amendmentList>\n`,
  );
}

/** A modification with the eIds of its elements. */
interface WrittenMod {
  readonly mod: Mod;
  readonly eId: string;
  readonly quoted: string;
  readonly destination: string;
  readonly symbol: "MOD" | "ADD" | "SUP";
}

function modOf(mod: Mod, n: number, base: Statement): WrittenMod {
  const eId = `${own}mod_${n}`;
  const at = "after" in mod ? mod.after : mod.base;
  const destination = at === null ? base.body : (base.places.get(at.id) ?? base.body);
  const symbol = "after" in mod ? "ADD" : "clause" in mod ? "MOD" : "SUP";
  const quoted = `${eId}__${mod.type === "renumbering" ? "qtext" : "qstr"}_1`;
  return { mod, eId, quoted, destination, symbol };
}

/** Writes the quoted clauses; their anchors refer to the notes of the base and to those that are added. */
function quotedWriter(redline: Redline, target: Text, written: readonly WrittenMod[], base: Statement): ClauseWriter {
  const quotedNotes = new Map<string, string>();
  for (const { mod, quoted } of written) if ("clause" in mod) quotedNotes.set(mod.clause.id, quoted);
  const notes: NotePlaces = new Map([
    ...base.notes,
    ...target.clauses.flatMap(({ id, kind, label }) => {
      const eId = base.notes.get(id)?.eId ?? quotedNotes.get(id);
      return kind === "footnote" && eId !== undefined ? [[id, { eId, marker: label }] as const] : [];
    }),
  ]);
  const segments = markedSegments(redline);
  const labels = new Map(redline.base.clauses.map(({ id, label }) => [id, label]));
  return {
    ids: createElementIds(own),
    // The quoted clauses have eIds of their own: that of a note is the base's.
    notes: new Map(),
    places: new Map(),
    before: ({ id, label }) => {
      const old = labels.get(id) ?? null;
      return old === label ? null : old;
    },
    said: (clause) => segmentsXml(segments(clause), notes),
  };
}

function textualMod({ mod, eId, quoted, destination }: WrittenMod): string {
  const pos = "after" in mod ? (mod.after === null ? "start" : "after") : undefined;
  const old = "after" in mod ? "" : `<old href="#${destination}"/>`;
  const fresh = "clause" in mod ? `<new href="#${quoted}"/>` : "";
  return (
    `<textualMod${attributes({ type: mod.type, eId: eId.replace("mod_", "tmod_") })}><source href="#${eId}"/>` +
    `<destination${attributes({ href: `#${destination}`, pos })}/>${old}${fresh}</textualMod>\n`
  );
}

function modXml({ mod, eId, quoted, destination, symbol }: WrittenMod, writer: ClauseWriter): string {
  const at = "after" in mod ? mod.after : mod.base;
  const ref = at === null ? "" : ` <ref href="#${destination}">${escapeText(nameOf(at))}</ref>`;
  let inside = "";
  if (mod.type === "renumbering") {
    const none = mod.clause.label === null ? "true" : undefined;
    const label = escapeText(mod.clause.label ?? "");
    inside = ` <quotedText${attributes({ eId: quoted, "p:none": none })}>${label}</quotedText>`;
  } else if ("clause" in mod)
    inside = `<quotedStructure${attributes({ eId: quoted })}>\n${quotedXml(mod.clause, quoted, writer)}</quotedStructure>`;
  return `<p><mod${attributes({ eId })}>${symbol}${ref}${inside}</mod></p>\n`;
}

function quotedXml(clause: Clause, parent: string, writer: ClauseWriter): string {
  if (isHead(clause) || clause.kind === "item" || clause.kind === "paragraph")
    return hierarchyXml([clause], parent, writer);
  if (clause.kind === "table") return blocksXml([clause], parent, writer);
  return `${blockXml(clause, { numbered: false }, writer)}\n`;
}

/** A clause as a reader knows it: its label, else its first words, else its kind. */
function nameOf({ kind, label, content }: Clause): string {
  const said =
    label ??
    flatten(content)
      .replace(/[\u2028\uFFFC\s]+/g, " ")
      .trim();
  const long = /^.{40}(?=.)/su.exec(said);
  return said === "" ? kind : long ? `${long[0]}…` : said;
}

function prefaceXml({ number, title }: AknOptions): string {
  if (number === undefined && title === undefined) return "";
  const docNumber = number === undefined ? "" : `<docNumber>${escapeText(number)}</docNumber>`;
  const docTitle = title === undefined ? "" : `<docTitle>${escapeText(title)}</docTitle>`;
  return `<preface>\n<p>${docNumber}${number !== undefined && title !== undefined ? " " : ""}${docTitle}</p>\n</preface>\n`;
}

function justificationXml({ clauses }: Text): string {
  const reasons = clauses.filter(({ kind }) => kind === "reasons");
  if (reasons.length === 0) return "";
  const said = reasons.map(
    ({ content }) => `<p>${escapeText(flatten(content).replace(/[\u2028\uFFFC]+/g, " "))}</p>\n`,
  );
  return `<amendmentJustification>\n${said.join("")}</amendmentJustification>\n`;
}
