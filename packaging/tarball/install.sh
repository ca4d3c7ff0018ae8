#!/bin/sh
# Installs Desktop SLM for the person who runs this, below ~/.local (or $PREFIX).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-"$HOME/.local"}
target="$prefix/lib/desktop-slm"
list="$target/installed-files"

if [ "$(id -u)" = 0 ] && [ -z "${PREFIX:-}" ]; then
    echo "This installs for one person. As root, say where with PREFIX=/usr/local ./install.sh" >&2
    exit 1
fi
# A new version replaces the old one in one step, so that no mixture is ever started.
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
rm -rf "$target.new"
cp -a "$here/desktop-slm" "$target.new"
cp "$here/uninstall.sh" "$target.new/"
(cd "$here/share" && find . -type f) | sed 's|^\./||' >"$target.new/installed-files"
if [ -f "$list" ]; then
    while IFS= read -r file; do rm -f "$prefix/share/$file"; done <"$list"
fi
rm -rf "$target.old"
if [ -d "$target" ]; then mv "$target" "$target.old"; fi
mv "$target.new" "$target"
rm -rf "$target.old"
cp -R "$here/share/." "$prefix/share/"
ln -sf "../lib/desktop-slm/desktop-slm" "$prefix/bin/desktop-slm"
# Menus do not search ~/.local/bin on every system: the entry names the whole path.
for entry in applications/desktop-slm.desktop kio/servicemenus/desktop-slm-summarize.desktop \
    nemo/actions/desktop-slm-summarize.nemo_action; do
    sed "s|^Exec=desktop-slm|Exec=\"$target/desktop-slm\"|" "$here/share/$entry" >"$prefix/share/$entry"
done
if command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$prefix/share/applications" || true
fi
# Only where there is one: without a cache the icons are found as well, and nothing is left over.
if [ -f "$prefix/share/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
    gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor" 2>/dev/null || true
fi
echo "Desktop SLM is installed. It stands in the menu, and as: $prefix/bin/desktop-slm"
echo "To take it away again: $target/uninstall.sh"
