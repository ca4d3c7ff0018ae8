#!/bin/sh
# Takes Desktop SLM away again and leaves what belongs to the person.
set -eu
prefix=${PREFIX:-"$HOME/.local"}
target="$prefix/lib/desktop-slm"
list="$target/installed-files"

if [ ! -f "$list" ]; then
    echo "Desktop SLM is not installed below $prefix." >&2
    exit 1
fi
while IFS= read -r file; do
    rm -f "$prefix/share/$file"
    folder=$(dirname "$file")
    # Folders that were made for us and are empty now.
    while [ "$folder" != "." ] && rmdir "$prefix/share/$folder" 2>/dev/null; do
        folder=$(dirname "$folder")
    done
done <"$list"
rm -f "$prefix/bin/desktop-slm"
rm -rf "$target"
if command -v update-desktop-database >/dev/null && [ -d "$prefix/share/applications" ]; then
    update-desktop-database -q "$prefix/share/applications" || true
fi
echo "Desktop SLM is gone. Your chats, summaries, settings and models are still there:"
echo "  ${XDG_DATA_HOME:-$HOME/.local/share}/desktop-slm"
echo "  ${XDG_CONFIG_HOME:-$HOME/.config}/desktop-slm"
