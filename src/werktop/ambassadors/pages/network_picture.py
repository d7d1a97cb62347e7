"""One tree as the template draws it: plain words and numbers, since a decimal comma would break a drawing."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.ambassadors.forest import Dot, draw, shown_of
from werktop.ambassadors.queries.network import Network


def drawn_tree(request: Any, network: Network, root: Hashable, names: Mapping[Any, str]) -> dict[str, Any]:
    """The tree from `root`: its name, its words, and the picture."""
    forest = network.forest
    picture = draw(shown_of(forest, root), names)
    return {
        "key": root,
        "name": names[root],
        "words": _led_to(len(forest.children[root]), forest.below[root]),
        "width": str(picture.width),
        "height": str(picture.height),
        "lines": [[str(line.x1), str(line.y1), str(line.x2), str(line.y2)] for line in picture.lines],
        "dots": [_dot(request, network, dot, names) for dot in picture.dots],
        "labels": [{"x": str(each.x), "y": str(each.y), "words": each.words} for each in picture.labels],
    }


def _dot(request: Any, network: Network, dot: Dot, names: Mapping[Any, str]) -> dict[str, Any]:
    return {
        "x": str(dot.x),
        "y": str(dot.y),
        "text_y": str(round(dot.y + 4, 1)),
        "radius": str(dot.radius),
        "kind": dot.kind if dot.key is None or dot.key in network.chosen else f"{dot.kind} dot--beside",
        "number": dot.number or "",
        "url": _url(request, dot),
        "words": _words(network, dot, names),
    }


def _url(request: Any, dot: Dot) -> str:
    if not dot.number:
        return reverse("employers:employer", args=[dot.key])
    params = request.GET.copy()
    for name in ("page", "bomen"):
        params.pop(name, None)
    params["open"] = str(dot.key or dot.above)
    return f"{reverse('ambassadors:network')}?{params.urlencode()}#{'tree' if dot.key else 'via'}"


def _words(network: Network, dot: Dot, names: Mapping[Any, str]) -> str:
    forest = network.forest
    if dot.key is None:
        words = ngettext("nog %(n)d via %(name)s", "nog %(n)d via %(name)s", dot.number)
        return words % {"n": dot.number, "name": names[dot.above]}
    said = [names[dot.key]]
    if dot.above is not None:
        said.append(_("via %(name)s") % {"name": names[dot.above]})
    if forest.below[dot.key]:
        said.append(_led_to(len(forest.children[dot.key]), forest.below[dot.key]))
    if dot.number:
        said.append(_("open deze tak"))
    return ", ".join(said)


def _led_to(direct: int, below: int) -> str:
    said = ngettext("bracht %(n)d mee", "bracht er %(n)d mee", direct) % {"n": direct}
    if below > direct:
        said += " " + _("(met wie daarna kwam %(n)d)") % {"n": below}
    return said
