"""Our tokenizer in a plain Stanza pipeline."""

from __future__ import annotations

import subprocess
import sys


def test_plain_stanza_loads_no_other_room() -> None:
    """Registering the tokenizer loads neither the other rooms nor what is known of the world."""
    code = (
        "import sys, kg.tag.stanza_tokenise;"
        "print(sorted({'.'.join(m.split('.')[:2]) for m in sys.modules if m.startswith('kg.')}));"
        "print({'rdflib', 'pandas', 'pyoxigraph', 'pydantic'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms, others = run.stdout.splitlines()
    assert rooms == str(["kg.errors", "kg.language", "kg.model", "kg.tag"])
    assert others == "set()"
