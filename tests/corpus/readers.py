"""Asks the independent readers about many Word files in one process: `readers.py TOOLS oracle|schema`, a JSON list of paths
on standard input, a JSON list of answers on standard output, in the same order."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

tools, question = sys.argv[1:]
sys.dont_write_bytecode = True
sys.path.insert(0, tools)
import oracle
import validate


class Mended(oracle.Text):
    """The reader fails on a note that is empty on one side; here such a note is one empty line."""

    def blocks(self, element, keep_last=False):
        found = super().blocks(element, keep_last)
        return found or ([""] if oracle.q(element)[1] in ("footnote", "endnote") else found)


def seen(path):
    document = oracle.Doc(path)
    changes = [{key: change[key] for key in ("type", "scope", "author", "date", "text")} for change in oracle.changes(document)]
    answer = dict(changes=changes, warnings=document.warn, comments=oracle.comments(document), mended=False)
    for mode in ("accept", "reject"):
        try:
            answer[mode] = oracle.Text(oracle.Doc(path), mode).run()
        except IndexError:
            answer[mode] = Mended(oracle.Doc(path), mode).run()
            answer["mended"] = True
    return answer


schemas = os.path.join(tools, "schemas/ooxml")
by_namespace = {
    validate.W: "ISO-IEC29500-4_2016/wml.xsd",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "ISO-IEC29500-4_2016/shared-documentPropertiesCustom.xsd",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ISO-IEC29500-4_2016/shared-documentPropertiesExtended.xsd",
}


def checked(paths):
    """The faults of each file: parts that are no XML, and what the schema of a part's namespace says; equal parts once."""
    faults = [[] for _ in paths]
    places, known, broken = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for i, path in enumerate(paths):
            archive = zipfile.ZipFile(path)
            for name in archive.namelist():
                if not name.endswith((".xml", ".rels")):
                    continue
                data = archive.read(name)
                digest = hashlib.sha256(data).hexdigest()
                places.setdefault(digest, []).append((i, name))
                if digest in known:
                    continue
                try:
                    known[digest] = re.match(r"\{?([^}]*)", ET.fromstring(data).tag).group(1)
                except ET.ParseError as error:
                    known[digest] = None
                    broken[digest] = str(error)
                    continue
                if known[digest] in by_namespace:
                    with open(os.path.join(folder, digest), "wb") as part:
                        part.write(validate.clean(data))
        for digest, error in broken.items():
            for i, name in places[digest]:
                faults[i].append(f"{name}: not well-formed: {error}")
        for namespace, schema in by_namespace.items():
            parts = [digest for digest, of in known.items() if of == namespace]
            for at in range(0, len(parts), 200):
                some = parts[at : at + 200]
                run = subprocess.run(
                    ["xmllint", "--noout", "--nonet", "--schema", os.path.join(schemas, schema), *some],
                    cwd=folder, capture_output=True, text=True,
                )
                said = run.stderr.splitlines()
                if sum(line.endswith((" validates", " fails to validate")) for line in said) != len(some):
                    raise RuntimeError(run.stderr[-2000:])
                for line in said:
                    found = re.match(r"([0-9a-f]{64}):(.*)", line)
                    for i, name in places[found.group(1)] if found else []:
                        faults[i].append(f"{name}: {found.group(2)[:300]}")
    return faults


paths = json.load(sys.stdin)
answers = [seen(path) for path in paths] if question == "oracle" else checked(paths)
json.dump(answers, sys.stdout)
