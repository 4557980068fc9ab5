#!/usr/bin/env python3
"""Proves the power cut on plain files and on SQLite: selftest.py [--cuts N] [--seed S]. Exit code 1 when something is not as promised."""
import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))

# Each runs under the library in an empty folder that holds the synced file "old" (10,000 × "o"), and is killed at its end.
FILES = [
    ("an overwrite without a sync is gone", "w('old', b'n' * 5000, at=3000)", {"old": b"o" * 10000}),
    ("a synced overwrite stays", "f = w('old', b'n' * 5000, at=3000); os.fsync(f)", {"old": b"o" * 3000 + b"n" * 5000 + b"o" * 2000}),
    ("only what came after the sync is gone", "f = w('old', b'n', at=0); os.fdatasync(f); w('old', b'x', at=1)", {"old": b"n" + b"o" * 9999}),
    ("an append without a sync is gone", "f = os.open('old', os.O_WRONLY | os.O_APPEND); os.write(f, b'n' * 9000)", {"old": b"o" * 10000}),
    ("a cut off end comes back", "f = os.open('old', os.O_RDWR); os.ftruncate(f, 100); os.pwrite(f, b'n' * 6000, 0)", {"old": b"o" * 10000}),
    ("emptying by opening comes back", "os.open('old', os.O_WRONLY | os.O_TRUNC)", {"old": b"o" * 10000}),
    ("a new file never synced is gone", "w('new', b'n')", {"old": b"o" * 10000}),
    ("a new file synced stays", "f = w('new', b'n'); os.fsync(f)", {"old": b"o" * 10000, "new": b"n"}),
    ("a removal without a sync of the folder is undone", "os.unlink('old')", {"old": b"o" * 10000}),
    ("a removal after unsynced writes brings back the synced bytes", "w('old', b'n', at=0); os.unlink('old')", {"old": b"o" * 10000}),
    ("a removal with a sync of the folder stays", "os.unlink('old'); os.fsync(os.open('.', os.O_RDONLY))", {}),
    ("a renaming over a file is undone", "f = w('new', b'n'); os.fsync(f); os.rename('new', 'old')", {"old": b"o" * 10000, "new": b"n"}),
    ("a renaming with a sync of the folder stays", "f = w('new', b'n'); os.fsync(f); os.rename('new', 'old'); os.fsync(os.open('.', os.O_RDONLY))", {"old": b"n"}),
    ("renaming to and fro is undone in order", "os.rename('old', 'a'); os.rename('a', 'b'); w('old', b'n')", {"old": b"o" * 10000}),
]
STEPS = """
import os, signal
def w(path, what, at=0):
    f = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(f, what, at)
    return f
%s
os.kill(os.getpid(), signal.SIGKILL)
"""

# Says each number once its commit came back.
WRITER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("pragma journal_mode=wal"); db.execute("pragma synchronous=" + sys.argv[2]); db.execute("pragma wal_autocheckpoint=200")
db.execute("create table if not exists said (n integer primary key, filling text)")
n = db.execute("select coalesce(max(n), 0) from said").fetchone()[0]
while True:
    n += 1
    db.execute("begin immediate"); db.execute("insert into said values (?, ?)", (n, "x" * (n * 37 % 900))); db.execute("commit")
    sys.stdout.write(f"{n}\\n"); sys.stdout.flush()
"""


class Place:
    def __init__(self, built):
        self.built, self.root = built, tempfile.mkdtemp(prefix="powercut-")
        self.watched, self.journal = os.path.join(self.root, "watched"), os.path.join(self.root, "journal")
        os.mkdir(self.watched)
        os.mkdir(self.journal)

    def start(self, *command, **more):
        watching = {"LD_PRELOAD": os.path.join(self.built, "powercut.so"), "POWERCUT_DIR": self.watched, "POWERCUT_JOURNAL": self.journal}
        return subprocess.Popen(command, cwd=self.watched, env={**os.environ, **watching}, **more)

    def restore(self, *seed):
        subprocess.run([os.path.join(self.built, "powercut-restore"), self.journal, *map(str, seed)], check=True, stdout=subprocess.DEVNULL)

    def clear_journal(self):
        shutil.rmtree(self.journal)
        os.mkdir(self.journal)


def files(built):
    wrong = 0
    for sentence, steps, expected in FILES:
        place = Place(built)
        with open(os.path.join(place.watched, "old"), "wb") as old:
            old.write(b"o" * 10000)
        code = place.start(sys.executable, "-c", STEPS % steps).wait()
        place.restore()
        found = {name: open(os.path.join(place.watched, name), "rb").read() for name in os.listdir(place.watched)}
        good = code == -signal.SIGKILL and found == expected
        wrong += not good
        print(f"{'ok  ' if good else 'FAIL'} {sentence}" + ("" if good else f": {code}, { {k: len(v) for k, v in found.items()} }"))
        shutil.rmtree(place.root)
    return wrong


def cut(place, synchronous, chance, *seed):
    """One writer from start to cut; acknowledged and lost commits, or an error when the database does not hold together."""
    database = os.path.join(place.watched, "said.db")
    writer = place.start(sys.executable, "-c", WRITER, database, synchronous, stdout=subprocess.PIPE, text=True)
    first = writer.stdout.readline()
    time.sleep(chance.uniform(0.05, 0.4))
    writer.kill()
    said = [first, *writer.stdout.read().splitlines(keepends=True)]
    writer.wait()
    acknowledged = max(int(line) for line in said if line.endswith("\n") and line.strip())
    place.restore(*seed)
    place.clear_journal()
    with sqlite3.connect(database) as db:
        try:
            state = db.execute("pragma integrity_check").fetchone()[0]
            kept, count = db.execute("select coalesce(max(n), 0), count(*) from said").fetchone()
        except sqlite3.OperationalError as error:
            state, kept, count = ("ok", 0, 0) if "no such table" in str(error) else (str(error), 0, 0)
    db.close()
    if state != "ok" or kept != count:
        raise RuntimeError(f"{state}, {count} rows up to {kept}")
    return acknowledged - int(first) + 1, max(0, acknowledged - kept)


def sqlite(built, cuts, seed):
    wrong = 0
    for synchronous, model in [("normal", "all"), ("full", "all"), ("full", "chance")]:
        chance, place = random.Random(seed), Place(built)
        acknowledged = lost = 0
        for number in range(cuts):
            made, gone = cut(place, synchronous, chance, *([seed + number] if model == "chance" else []))
            acknowledged, lost = acknowledged + made, lost + gone
        good = lost > 0 if synchronous == "normal" else lost == 0
        wrong += not good
        print(f"{'ok  ' if good else 'FAIL'} SQLite, write-ahead log, synchronous={synchronous.upper()}, unsynced pages "
              f"{'all gone' if model == 'all' else 'gone or kept by chance'}: {cuts} cuts, {acknowledged} commits acknowledged, {lost} lost, integrity ok each time")
        shutil.rmtree(place.root)
    return wrong


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--cuts", type=int, default=5)
    words.add_argument("--seed", type=int, default=random.randrange(1 << 31))
    asked = words.parse_args()
    print(f"seed {asked.seed}")
    with tempfile.TemporaryDirectory() as built:
        subprocess.run([os.path.join(HERE, "build.sh"), built], check=True)
        wrong = files(built) + sqlite(built, asked.cuts, asked.seed)
    print(f"{wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
