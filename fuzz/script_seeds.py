"""Writes the scripts of attacks.json that end soon as seeds: script_seeds.py attacks.json FOLDER."""
import json
import pathlib
import sys

# Attacks up to these limits take long, and teach the fuzzer nothing but loops.
SLOW = ("MAX_SCRIPT_STEPS", "MAX_SCRIPT_SECONDS", "MAX_SCRIPT_MEMORY", "MAX_SCRIPT_CALLS")

attacks = json.loads(pathlib.Path(sys.argv[1]).read_text())
for index, attack in enumerate(attacks["attacks"]):
    if not any(error.startswith(SLOW) for error in attack.get("errors", [])):
        script = attacks["places"][attack["at"]].replace("ATTACK", attack["code"])
        (pathlib.Path(sys.argv[2]) / f"attack{index}.js").write_text(script)
