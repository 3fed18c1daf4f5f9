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
# What glibc itself and gcc bring; the runtime has nothing else that we may count on.
LIBRARIES = ("libc.so", "libm.so", "libgcc_s.so", "libpthread.so", "libdl.so", "ld-linux")
MAX_ZIP_BYTES = 8_000_000


def version(text):
    return tuple(int(part) for part in text.split("."))


def needed_libraries(elf):
    return [tag.needed for tag in elf.get_section_by_name(".dynamic").iter_tags("DT_NEEDED")]


def needed_glibc(elf):
    """The newest glibc that a dynamic symbol asks for, as text."""
    needs = elf.get_section_by_name(".gnu.version_r").iter_versions()
    names = [symbol.name for _, symbols in needs for symbol in symbols]
    return max((name.removeprefix("GLIBC_") for name in names if name.startswith("GLIBC_2")), key=version)


def check_binary(path, arch, glibc):
    with open(path, "rb") as file:
        elf = ELFFile(file)
        if elf["e_machine"] != MACHINES[arch]:
            sys.exit(f"{path}: found {elf['e_machine']}, expected {MACHINES[arch]} for {arch}: build for that target")
        foreign = [name for name in needed_libraries(elf) if not name.startswith(LIBRARIES)]
        if foreign:
            sys.exit(f"{path}: needs {', '.join(foreign)}, expected glibc's libraries alone: "
                     "find the crate that links it (cargo tree) and turn that feature off")
        found = needed_glibc(elf)
        if version(found) > version(glibc):
            sys.exit(f"{path}: needs glibc {found}, expected at most {glibc}: link it with deploy/build.sh")
        return found


def pack(binary, path):
    """Writes the one entry itself: zipfile takes no compressor but zlib, whose best is a thirtieth larger."""
    data, name = binary.read_bytes(), b"bootstrap"
    body = deflate.deflate_compress(data, 12)
    # Zip 2.0, deflated; 1980-01-01, zip's oldest time, so that it tells nothing.
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 1 << 5 | 1, zlib.crc32(data), len(body), len(data), len(name), 0)
    local = b"PK\3\4" + shared + name
    # Made by Unix: the mode counts.
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
    size = pack(args.binary, args.zip)
    print(f"{args.zip}: {size:,} bytes, of a binary of {args.binary.stat().st_size:,}; needs glibc {glibc}")


main()
