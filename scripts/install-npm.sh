#!/bin/sh
# Two parsers of IIIF manifests, as viewers use them (manifesto.js in Universal Viewer, @iiif/parser
# in newer ones); the tests ask both what they make of ours. They land in .node, which git ignores.
set -eu
cd "$(dirname "$0")/.."
npm install --no-save --no-fund --no-audit --silent --prefix "${DIGITIZE_NODE:-.node}" \
    @iiif/parser@2.2.10 manifesto.js@4.3.5
