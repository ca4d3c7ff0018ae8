"""What goes into the self-contained folder and what stays out, on the three systems.

Lists alone and functions over them: the PyInstaller specification and the tests read the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import PurePosixPath

# Qt's modules that the window imports; a test compares them with its imports.
QT_MODULES = ("QtCore", "QtDBus", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets")

# Libraries of Qt that these and the plug-ins below stand on.
QT_LIBRARIES = (
    *("Core", "DBus", "Gui", "Network", "PrintSupport", "Svg", "WaylandClient", "Widgets"),
    "XcbQpa",
)

QT_PLUGINS = {
    "linux": (
        "iconengines/libqsvgicon.so",
        "imageformats/libqjpeg.so",
        "imageformats/libqsvg.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforms/libqoffscreen.so",
        "platforms/libqwayland.so",
        "platforms/libqxcb.so",
        "platformthemes/libqgtk3.so",
        "platformthemes/libqxdgdesktopportal.so",
        "printsupport/libcupsprintersupport.so",
        "wayland-decoration-client/libadwaita.so",
        "wayland-decoration-client/libbradient.so",
        "wayland-shell-integration/libxdg-shell.so",
    ),
    "darwin": (
        "iconengines/libqsvgicon.dylib",
        "imageformats/libqjpeg.dylib",
        "imageformats/libqsvg.dylib",
        "platforms/libqcocoa.dylib",
        "platforms/libqoffscreen.dylib",
        "printsupport/libcocoaprintersupport.dylib",
        "styles/libqmacstyle.dylib",
    ),
    "win32": (
        "iconengines/qsvgicon.dll",
        "imageformats/qjpeg.dll",
        "imageformats/qsvg.dll",
        "platforms/qoffscreen.dll",
        "platforms/qwindows.dll",
        "printsupport/windowsprintersupport.dll",
        "styles/qmodernwindowsstyle.dll",
    ),
}

# Modules that other packages import when they are there, and that nothing here needs.
EXCLUDED_MODULES = (
    # The high-level class of llama-cpp-python and what it needs; see engine/bindings.py.
    *("llama_cpp.llama", "llama_cpp.server", "llama_cpp.llava_cpp", "llama_cpp.mtmd_cpp"),
    *("llama_cpp.llama_chat_format", "llama_cpp.llama_speculative", "diskcache", "numpy"),
    # The transfer of models is ours.
    *("hf_xet", "huggingface_hub.cli", "click", "typer", "rich", "requests", "urllib3"),
    # Tools of developers.
    *("IPython", "pip", "pytest", "setuptools", "pkg_resources", "wheel", "unittest", "pydoc"),
    *(
        "doctest",
        "pdb",
        "sqlite3",
        "_sqlite3",
        "lib2to3",
        "ensurepip",
        "idlelib",
        "turtledemo",
        "distutils",
        "cffi",
    ),
    # Other windows than ours.
    *("tkinter", "_tkinter", "PyQt5", "PyQt6", "PySide2", "curses", "_curses", "readline"),
    # Pillow: formats that no document holds as pictures of pages, and its own windows.
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageQt", "PIL.ImageTk", "PIL.ImageCms"),
    *("PIL.ImageShow", "PIL._imagingcms", "PIL._imagingft", "PIL.ImageFont"),
)

# Imported by a name that is made at run time.
HIDDEN_PACKAGES = ("desktop_slm", "pygments.lexers")
# Packages with files beside their modules: fonts, tables of symbols.
DATA_PACKAGES = ("latex2mathml", "ziafont", "ziamath")
HIDDEN_MODULES = (
    *("llama_cpp.llama_cpp", "llama_cpp._ggml", "llama_cpp.llama_grammar"),
    *("tesserocr", "PIL.Image", "httpx2", "pypdfium2"),
)
KEYRINGS = {
    "linux": ("keyring.backends.SecretService", "keyring.backends.kwallet",
              "keyring.backends.libsecret"),
    "darwin": ("keyring.backends.macOS",),
    "win32": ("keyring.backends.Windows", "win32ctypes.core"),
}  # fmt: skip

# Distributions whose version the app shows.
METADATA = (
    *("PySide6-Essentials", "llama-cpp-python", "huggingface-hub", "apsw-sqlite3mc"),
    *("pypdfium2", "keyring"),
)

# Libraries of the system: every desktop has them, they belong to its graphics and its C library,
# or a second copy beside the desktop's own would clash (glib with GTK's, X's with the drivers').
SYSTEM_LIBRARIES = tuple(
    re.compile(pattern)
    for pattern in (
        r"ld-linux.*",
        r"lib(c|m|dl|rt|pthread|util|resolv|anl|nsl)\.so.*",
        r"lib(gcc_s|stdc\+\+)\.so.*",
        r"lib(EGL|GL|GLX|OpenGL|GLdispatch|drm|gbm|vulkan|GLESv2)\.so.*",
        r"lib(X11|X11-xcb|xcb|Xau|Xdmcp|Xext|Xrender|SM|ICE|bsd|md)\.so.*",
        r"lib(xcb-(dri2|dri3|glx|present|randr|render|shape|shm|sync|xfixes|xkb|xinput))\.so.*",
        r"lib(wayland-(client|cursor|egl|server))\.so.*",
        r"lib(xkbcommon|xkbcommon-x11)\.so.*",
        r"lib(glib|gthread|gobject|gio|gmodule)-2\.0\.so.*",
        r"lib(gtk|gdk)-3\.so.*|lib(pango|cairo|atk|gdk_pixbuf|harfbuzz|fribidi).*",
        r"lib(fontconfig|freetype|dbus-1|cups|systemd|cap|lz4|lzma|gcrypt|gpg-error)\.so.*",
        r"lib(gssapi_krb5|krb5|k5crypto|com_err|krb5support|keyutils)\.so.*",
        r"lib(z|expat|pcre2-8|png16|brotli.*|uuid|selinux|mount|blkid)\.so.*",
        r"lib(pixman-1|graphite2)\.so.*|libjpeg\.so\.62",
        r"lib(avahi.*|gnutls|p11-kit|idn2|unistring|tasn1|nettle|hogweed|gmp|epoxy|thai|datrie)\.so.*",
    )
)

# The words of Qt itself, in the languages of the window (`ui.language`).
QT_TRANSLATIONS = ("qtbase_de.qm",)
_TRANSLATIONS = re.compile(r"(^|/)translations/")
_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(.+)$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6([A-Za-z0-9]+)\.(?:so|dll|dylib)")
_BINDING = re.compile(r"PySide6/(Qt[A-Za-z0-9]+)\.(?:abi3\.so|pyd|so)")
_COPIES = re.compile(r"lib(?:ggml|llama).*\.so\.\d+\.\d.*|libmtmd.*")


def is_wanted(target: str, system: str = sys.platform) -> bool:
    """Says whether a file that PyInstaller found belongs into the folder."""
    path = target.replace("\\", "/")
    name = PurePosixPath(path).name
    if _TRANSLATIONS.search(path) and "PySide6" in path:
        return name in QT_TRANSLATIONS
    if plugin := _PLUGIN.search(path):
        return plugin[1] in QT_PLUGINS[system]
    if binding := _BINDING.search(path):
        return binding[1] in QT_MODULES
    if library := _QT_LIBRARY.search(path):
        return library[1] in QT_LIBRARIES
    if path.startswith("llama_cpp/lib/"):
        return not _COPIES.fullmatch(name)
    return system != "linux" or ".libs/" in path or not is_system_library(name)


def is_system_library(name: str) -> bool:
    """Says whether a library is taken from the system and never carried along."""
    return any(pattern.fullmatch(name) for pattern in SYSTEM_LIBRARIES)


def kept(entries: Iterable[tuple[str, str, str]], system: str = sys.platform) -> list[
    tuple[str, str, str]
]:  # fmt: skip
    """Returns the entries of PyInstaller's lists that belong into the folder."""
    return [
        entry for entry in entries if "__pycache__" not in entry[0] and is_wanted(entry[0], system)
    ]
