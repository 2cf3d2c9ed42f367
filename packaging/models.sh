#!/usr/bin/env bash
# Fetches the two networks that read pictures of receipts, PP-OCRv6 small, into a folder for `serve --models DIR`.
# They come with the PyPI wheel of RapidOCR, which is taken from whatever package index pip is set up for, and held to
# the sums below. Nothing of it is run. Licence: Apache-2.0; the notices are put beside the networks.
set -euo pipefail

WHEEL='rapidocr==3.10.0 --hash=sha256:2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050'
SUMS='090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f  PP-OCRv6_det_small.onnx
6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884  PP-OCRv6_rec_small.onnx
3e0af25fdd06aa9586ae97adb00ea927ebe5a3805ac77d2d3a81ce5f55693333  LICENSE
c5fd0e8603d3df743355b546121e6fe0f4ef8ff455c5a85c1681fd3ae520e153  MODEL_LICENSES.md'

fail() {
    echo "models.sh: $*" >&2
    exit 1
}

are_whole() {
    (cd "$1" && sha256sum --check --status <<<"$SUMS") 2>/dev/null
}

# Downloads the wheel into a folder: by the machine's pip, or by one of a virtual environment, which Debian has as python3-venv.
download() {
    local python=python3
    if ! python3 -m pip --version &>/dev/null; then
        python3 -m venv "$1/venv" >&2 || fail "there is neither pip nor venv: install python3-pip or python3-venv"
        python=$1/venv/bin/python
    fi
    echo "$WHEEL" >"$1/wanted"
    "$python" -m pip download --quiet --no-deps --require-hashes --only-binary :all: --dest "$1" --requirement "$1/wanted" >&2
}

(($# == 1)) && [[ $1 != -* ]] || fail "how to call it: packaging/models.sh DIR"
command -v python3 >/dev/null || fail "there is no python3"
mkdir -p "$1"
if are_whole "$1"; then
    exit
fi

desk=$(mktemp --directory)
trap 'rm -r "$desk"' EXIT
download "$desk"
python3 -m zipfile --extract "$desk"/rapidocr-*.whl "$desk/wheel"
mkdir "$desk/models"
find "$desk/wheel" \( -name '*.onnx' -o -name LICENSE -o -name MODEL_LICENSES.md \) -exec cp --target-directory "$desk/models" {} +
are_whole "$desk/models" || fail "the wheel does not hold what it should"
# Each file comes whole or not at all, and the notices first.
while read -r _ file; do
    cp "$desk/models/$file" "$1/.$file" && mv "$1/.$file" "$1/$file"
done < <(tac <<<"$SUMS")
