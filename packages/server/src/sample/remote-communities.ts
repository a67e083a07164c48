import { type Text, anchor, clause, content, item, run, table, text } from "@plenary/document";

/** Resolution 7 of the sample conference: the text a newcomer meets first. */
export const remoteCommunities: Text = text("en", [
  clause("number", "RESOLUTION 7 (Rev. Porto, 2023)", { id: "number" }),
  clause("title", "Digital bridges to communities that are hard to reach"),
  clause("reference", "(Tampere, 2015; Porto, 2023)", { id: "reference" }),
  clause("opening", "The World Conference on Digital Bridges (Porto, 2023),", { id: "opening" }),
  clause("call", "recalling"),
  item("a)", "Resolution 2 (Rev. Porto, 2023) of this conference, on shared infrastructure in border regions;"),
  item("b)", "Resolution 5 (Tampere, 2015) of this conference, on public access points in schools and libraries;"),
  item("c)", "the Tampere Declaration, in which governments undertook to leave no settlement unconnected,"),
  clause("call", "considering"),
  item(
    "a)",
    content(
      "that islands, mountain valleys and thinly peopled plains",
      anchor("hard-to-reach"),
      " are still served by networks built for other places;",
    ),
    { id: "considering-a" },
  ),
  item("b)", "that the cost of the last kilometre is often higher than the cost of all the kilometres before it;"),
  item("c)", "that a ferry timetable, a clinic and a weather warning today all depend upon the same narrow link;"),
  item("d)", "that energy and connectivity should be planned together, since neither lasts without the other;", {
    id: "considering-d",
  }),
  item("e)", "that local people who can repair a link keep it working longer than a distant contractor can;"),
  item("f)", "that women, young people and persons with disabilities are seldom asked where a mast should stand;"),
  item("g)", "that a great many community networks were started with the help of a telephone line and a fax machine;", {
    id: "considering-g",
  }),
  item("h)", "that coverage maps do not always show whether a service can be afforded,"),
  clause("call", "noting"),
  item("a)", "the pilot projects carried out in twelve archipelagos between 2019 and 2022;", { id: "noting-a" }),
  item("b)", "that nine of them are still in service and three were abandoned when their batteries failed,"),
  clause("call", "resolves"),
  item("1", "to continue the programme of digital bridges for communities that are hard to reach until 2027;", {
    id: "resolves-1",
  }),
  item("2", "that each bridge shall be planned with the community that it serves, from the first survey onwards;"),
  item("3", "that at least 40 per cent of the programme's funds should go to training and repair;", {
    id: "resolves-3",
  }),
  item(
    "4",
    content(
      "that the choice of places shall follow the criteria of the annex, having regard to ",
      run("considering", "italic"),
      " h);",
    ),
  ),
  item("5", "that results shall be published in a form that anyone can read without special tools;"),
  item("6", "that projects under resolves 1 shall be reviewed every two years,"),
  clause("call", "instructs the Secretary-General"),
  item("1", "to keep a public register of bridges, showing for each its place, its cost and its state of repair;"),
  item("2", "to report to the next conference on the implementation of this resolution,"),
  clause("call", "invites Member States"),
  item("1", "to remove duties on equipment that is brought in for community networks;"),
  item("2", "to share coverage data with their neighbours;", { id: "invites-2" }),
  item("3", "to support regional workshops for technicians."),
  clause("annexNumber", "ANNEX TO RESOLUTION 7 (Rev. Porto, 2023)", { id: "annex-number" }),
  clause("annexTitle", "Criteria for the choice of places"),
  clause(
    "paragraph",
    "Places are ranked by the sum of the points below; of equals, the one farther from a network comes first.",
  ),
  table([
    ["Criterion", "Measure", "Points"],
    ["Distance", "more than 50 km from the nearest network", "4"],
    ["Affordability", "a basic service costs more than 2 per cent of income", "3"],
    ["Readiness", "a local group has agreed to look after the link", "3"],
  ]),
  clause(
    "footnote",
    "These include settlements that can be reached only by sea, by air or on foot for part of the year.",
    {
      id: "hard-to-reach",
      label: "1",
    },
  ),
]);
