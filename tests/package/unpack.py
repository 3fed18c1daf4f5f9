"""Unpacks a Lambda's zip; fails unless it holds one executable, bootstrap, and no time of its making.

Usage: unpack.py ZIP FOLDER
"""

import pathlib
import stat
import sys
import zipfile

path, folder = sys.argv[1:]
with zipfile.ZipFile(path) as archive:
    found = [(entry.filename, stat.filemode(entry.external_attr >> 16), entry.date_time) for entry in archive.infolist()]
    expected = [("bootstrap", "-rwxr-xr-x", (1980, 1, 1, 0, 0, 0))]
    if found != expected:
        sys.exit(f"{path}: found {found}, expected {expected}")
    archive.extractall(folder)
pathlib.Path(folder, "bootstrap").chmod(0o755)
