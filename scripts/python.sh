#!/bin/sh
# Makes a virtual environment with the first Python that is recent enough: python.sh FOLDER
# PYTHON=/path/to/python chooses one.
set -eu
folder=$1

recent_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if [ -n "${PYTHON:-}" ]; then candidates=$PYTHON; else candidates='python3 python3.14 python3.13 python3.12 python3.11 python'; fi
found=
for candidate in $candidates; do
    if recent_enough "$candidate"; then found=$candidate; break; fi
done
if [ -z "$found" ]; then
    printf '%s\n' "✗ Il faut Python 3.11 ou plus récent, introuvable sur cette machine (cherché : $candidates)." \
        "  Installez-le (Debian, Ubuntu : « sudo apt install python3 python3-venv » ; macOS, Windows : python.org)," \
        "  ou indiquez-le : « make site PYTHON=/chemin/vers/python3 »." >&2
    exit 1
fi

printf '→ Environnement Python (%s)…\n' "$("$found" --version)"
# --clear: a folder left half made by an interrupted run is not trusted.
if ! problem=$("$found" -m venv --clear "$folder" 2>&1); then
    rm -rf "$folder"
    printf '%s\n' "✗ Python ne peut pas créer d’environnement virtuel ici." \
        "  Debian, Ubuntu : « sudo apt install python3-venv », puis recommencez." \
        "  Message de Python : $problem" >&2
    exit 1
fi
