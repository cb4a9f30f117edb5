"""Sources and class paths of the libraries in libraries.tsv and guarded-by.tsv, fetched through Maven into benchmarks/target/."""

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "target"
DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"


@dataclass(frozen=True)
class Library:
    """One row of libraries.tsv."""

    name: str
    group: str
    artifact: str
    version: str
    extra: tuple

    @property
    def folder(self):
        return TARGET / "libraries" / f"{self.name}-{self.version}"

    @property
    def sources(self):
        return self.folder / "src"

    def files(self):
        """The compilable sources, sorted; module declarations are left out, since the class path is used."""
        skipped = {"module-info.java"}
        return sorted(
            path for path in self.sources.rglob("*.java")
            if path.name not in skipped and "META-INF" not in path.relative_to(self.sources).parts)

    def classpath(self):
        return (self.folder / "classpath.txt").read_text().strip()


def read(names, table="libraries.tsv"):
    """The libraries of a table with these names, or all; an unknown name ends the program."""
    rows = []
    for line in (HERE / table).read_text().splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t") + [""] * 5
            rows.append(Library(cells[0], cells[1], cells[2], cells[3], tuple(c for c in cells[4].split(",") if c)))
    unknown = set(names) - {row.name for row in rows}
    if unknown:
        sys.exit(f"no library {', '.join(sorted(unknown))}; there are {', '.join(row.name for row in rows)}")
    return [row for row in rows if not names or row.name in names]


def fetch(library):
    """Sources and class path of a library; does nothing if they are there already."""
    done = library.folder / "classpath.txt"
    if done.exists():
        return
    print(f"fetching {library.name} {library.version}", file=sys.stderr)
    shutil.rmtree(library.folder, ignore_errors=True)
    library.folder.mkdir(parents=True)
    coordinates = f"{library.group}:{library.artifact}:{library.version}"
    maven(f"{DEPENDENCY_PLUGIN}:copy", f"-Dartifact={coordinates}:jar:sources", f"-DoutputDirectory={library.folder}")
    maven(f"{DEPENDENCY_PLUGIN}:copy", f"-Dartifact={coordinates}:pom", f"-DoutputDirectory={library.folder}")
    archive = next(library.folder.glob("*-sources.jar"))
    with zipfile.ZipFile(archive) as jar:
        jar.extractall(library.sources)
    # The library's own pom also names what is optional or provided, which a dependency on it would not bring.
    pom = next(library.folder.glob("*.pom"))
    maven("-f", str(pom), f"{DEPENDENCY_PLUGIN}:build-classpath", "-DincludeScope=compile", f"-Dmdep.outputFile={library.folder / 'own.txt'}")
    parts = [(library.folder / "own.txt").read_text().strip()]
    parts += [resolve([extra], library.folder / "extra.txt") for extra in library.extra]
    done.write_text(os.pathsep.join(part for part in parts if part))


def resolve(coordinates, output):
    """A class path with these artifacts and what they need."""
    output.parent.mkdir(parents=True, exist_ok=True)
    pom = output.with_suffix(".pom.xml")
    dependencies = "".join(
        "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>".format(*c.split(":"))
        for c in coordinates)
    pom.write_text(
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>local</groupId><artifactId>classpath</artifactId><version>1</version>"
        f"<dependencies>{dependencies}</dependencies></project>")
    maven("-f", str(pom), f"{DEPENDENCY_PLUGIN}:build-classpath", f"-Dmdep.outputFile={output}")
    return output.read_text().strip()


def lungfish_jar():
    """The jar under test, or None with a word on how to build it."""
    jar = HERE.parent / "processor" / "target" / "lungfish.jar"
    if not jar.is_file():
        print(f"{jar} is not there: build it with `mvn -B -DskipTests package`; its column stays empty", file=sys.stderr)
        return None
    return jar


def maven(*arguments):
    outcome = subprocess.run(["mvn", "-q", "-B", *arguments], capture_output=True, text=True)
    if outcome.returncode != 0:
        sys.exit("mvn " + " ".join(arguments) + " failed:\n" + outcome.stdout[-3000:] + outcome.stderr[-1000:])
