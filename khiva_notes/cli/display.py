"""Whether a window can be shown here; found out without loading Qt, which would abort."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
from pathlib import Path

_SIGHTLESS = ("offscreen", "minimal", "vnc")

_PACKAGES = {
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-image": "libxcb-image0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-shape": "libxcb-shape0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxkbcommon.": "libxkbcommon0",
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libfontconfig": "libfontconfig1",
    "libdbus": "libdbus-1-3",
    "libglib": "libglib2.0-0",
}


def why_no_window() -> str:
    """Return why no window can be shown, in words without a full stop; empty if one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _SIGHTLESS:
        return f"no display is in use (QT_QPA_PLATFORM is '{platform}')"
    if not sys.platform.startswith("linux"):
        return ""
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if not wayland and not x11:
        return "there is no display here"
    if wayland and platform != "xcb":
        return ""
    if x11 and not _answers(x11):
        return f"the display {x11} does not answer"
    return _missing_library()


def _answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        address = f"/tmp/.X11-unix/X{number}"
        for path in (address, "\0" + address):
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
                probe.settimeout(2)
                try:
                    probe.connect(path)
                    return True
                except OSError:
                    continue
        return False
    try:
        with socket.create_connection((host.strip("[]"), 6000 + int(number)), timeout=3):
            return True
    except OSError:
        return False


def _missing_library() -> str:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "the package PySide6 is not installed"
    folder = Path(spec.origin).parent
    for name in (folder / "Qt" / "lib" / "libQt6Gui.so.6", _plugin(folder)):
        if not name.exists():
            continue
        try:
            ctypes.CDLL(str(name))
        except OSError as error:
            library = str(error).partition(":")[0]
            package = next((p for start, p in _PACKAGES.items() if library.startswith(start)), "")
            hint = f" (Debian's package {package})" if package else ""
            return f"the system lacks {library}{hint}, which Qt needs"
    return ""


def _plugin(folder: Path) -> Path:
    return folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"
