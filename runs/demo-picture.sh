#!/bin/sh
# Makes docs/demo.jpg, the picture in the README. Fusing the contact sheet with itself gives it
# back, as a JPEG.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
./evenlight demo -o "$folder" --height 427 --width 640
./evenlight fuse "$folder/contact-sheet.png" "$folder/contact-sheet.png" -o docs/demo.jpg --overwrite
