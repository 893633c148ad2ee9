#!/bin/sh
# Format, lint, types, and the picture of the house.
set -eu
cd "$(dirname "$0")/.."
ruff format --check .
ruff check .
mypy
python scripts/map.py --check
