"""Checks that a binary runs on provided.al2023 and packs it as a Lambda's zip: the same binary, the same bytes.

Usage: pack.py BINARY ZIP --arch arm64|x86_64 --glibc 2.34     (in an environment of requirements.txt)
"""

import argparse
import pathlib
import struct
import sys
import zipfile
import zlib

import deflate
from elftools.elf.elffile import ELFFile

MACHINES = {"arm64": "EM_AARCH64", "x86_64": "EM_X86_64"}
# The libraries of glibc and gcc, the only ones that the runtime is sure to have.
LIBRARIES = ("libc.so", "libm.so", "libgcc_s.so", "libpthread.so", "libdl.so", "ld-linux")
# A cold start loads the whole zip. A million bytes of it are the engine for functions in charts, the data for dates and numbers of
# other languages, and the writers of WebP and PDF.
MAX_ZIP_BYTES = 9_700_000


def parse_version(text):
    return tuple(int(part) for part in text.split("."))


def needed_libraries(elf):
    """The names of the shared libraries that the binary needs."""
    return [tag.needed for tag in elf.get_section_by_name(".dynamic").iter_tags("DT_NEEDED")]


def needed_glibc(elf):
    """The newest glibc version that a dynamic symbol needs, as text."""
    needs = elf.get_section_by_name(".gnu.version_r").iter_versions()
    names = [symbol.name for _, symbols in needs for symbol in symbols]
    return max((name.removeprefix("GLIBC_") for name in names if name.startswith("GLIBC_2")), key=parse_version)


def check_binary(path, arch, glibc):
    """Checks architecture, libraries and glibc version of a binary; returns the glibc version that it needs."""
    with open(path, "rb") as file:
        elf = ELFFile(file)
        if elf["e_machine"] != MACHINES[arch]:
            sys.exit(f"{path}: found {elf['e_machine']}, expected {MACHINES[arch]} for {arch}: build for that target")
        foreign = [name for name in needed_libraries(elf) if not name.startswith(LIBRARIES)]
        if foreign:
            sys.exit(f"{path}: needs {', '.join(foreign)}, expected glibc's libraries alone: "
                     "find the crate that links it (cargo tree) and turn that feature off")
        found = needed_glibc(elf)
        if parse_version(found) > parse_version(glibc):
            sys.exit(f"{path}: needs glibc {found}, expected at most {glibc}: link it with deploy/build.sh")
        return found


def write_zip(binary, path):
    """Writes a zip with the binary as its only entry; returns its size.

    The format is written by hand, because zipfile supports no compressor but zlib, whose best result is a thirtieth larger.
    """
    data, name = binary.read_bytes(), b"bootstrap"
    body = deflate.deflate_compress(data, 12)
    # Zip 2.0, deflated. The time is 1980-01-01, zip's oldest, so that equal binaries give equal bytes.
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 1 << 5 | 1, zlib.crc32(data), len(body), len(data), len(name), 0)
    local = b"PK\3\4" + shared + name
    # "Made by Unix" lets the file mode take effect.
    central = b"PK\1\2" + struct.pack("<H", 3 << 8 | 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0o100755 << 16, 0) + name
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(body), 0)
    path.write_bytes(local + body + central + end)
    if zipfile.ZipFile(path).read("bootstrap") != data:
        sys.exit(f"{path}: does not hold what was packed")
    size = path.stat().st_size
    if size > MAX_ZIP_BYTES:
        path.unlink()
        sys.exit(f"{path}: {size:,} bytes, expected at most {MAX_ZIP_BYTES:,}: see what grew (cargo bloat)")
    return size


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("zip", type=pathlib.Path)
    parser.add_argument("--arch", choices=MACHINES, required=True)
    parser.add_argument("--glibc", required=True)
    args = parser.parse_args()
    glibc = check_binary(args.binary, args.arch, args.glibc)
    size = write_zip(args.binary, args.zip)
    print(f"{args.zip}: {size:,} bytes, of a binary of {args.binary.stat().st_size:,}; needs glibc {glibc}")


main()
