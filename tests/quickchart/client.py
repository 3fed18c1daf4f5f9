"""QuickChart's client for Python against the server of the argument. Prints the number of checks that passed."""

import struct
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

from quickchart import QuickChart

SERVER = urllib.parse.urlsplit(sys.argv[1])
CONFIG = {
    "type": "bar",
    "data": {"labels": ["Hello world", "Foo + bar"], "datasets": [{"label": "Foo's", "data": [1, 2]}]},
}


def make_chart(config=CONFIG, **settings):
    chart = QuickChart()
    chart.scheme, chart.host, chart.config = SERVER.scheme, SERVER.netloc, config
    for name, value in settings.items():
        assert hasattr(chart, name), name
        setattr(chart, name, value)
    return chart


def fetch(url):
    with urllib.request.urlopen(url) as response:
        return response.read()


def png_size(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n", data[:80]
    return struct.unpack(">II", data[16:24])


def an_address_and_a_body_give_the_same_picture():
    chart = make_chart(width=320, height=160, device_pixel_ratio=2.0)
    assert png_size(fetch(chart.get_url())) == (640, 320)
    assert fetch(chart.get_url()) == chart.get_bytes()


def the_ratio_of_the_client_is_one():
    assert png_size(make_chart().get_bytes()) == (500, 300)


def a_file_has_the_picture():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chart.png"
        make_chart().to_file(str(path))
        assert png_size(path.read_bytes()) == (500, 300)


def an_svg_has_the_background_and_the_label():
    svg = make_chart(format="svg", background_color="#ffeedd").get_bytes().decode()
    assert svg.startswith("<svg ") and "#ffeedd" in svg and "Foo + bar" in svg, svg


def webp_and_pdf_have_their_signatures():
    assert make_chart(format="webp").get_bytes()[8:12] == b"WEBP"
    assert make_chart(format="pdf").get_bytes().startswith(b"%PDF-")


def the_version_decides_how_the_configuration_is_read():
    config = {**CONFIG, "options": {"title": {"display": True, "text": "Only in version 2"}}}
    old, new = (make_chart(config, format="svg", version=version).get_bytes() for version in ("2.9.4", "4"))
    assert b">Only in version 2<" in old and b">Only in version 2<" not in new


def a_short_address_has_the_same_bytes():
    chart = make_chart(width=300, format="webp", version="4", background_color="white")
    url = chart.get_short_url()
    assert url.startswith(f"{SERVER.geturl()}/chart/render/"), url
    assert fetch(url) == chart.get_bytes()


def errors_carry_what_was_found_and_how_to_correct_it():
    for ask in (QuickChart.get_bytes, QuickChart.get_short_url):
        try:
            ask(make_chart({**CONFIG, "type": "bra"}))
        except RuntimeError as error:
            assert 'chart.type: found "bra"' in str(error) and 'did you mean "bar"' in str(error), error
        else:
            raise AssertionError("no error")


CHECKS = [
    an_address_and_a_body_give_the_same_picture,
    the_ratio_of_the_client_is_one,
    a_file_has_the_picture,
    an_svg_has_the_background_and_the_label,
    webp_and_pdf_have_their_signatures,
    the_version_decides_how_the_configuration_is_read,
    a_short_address_has_the_same_bytes,
    errors_carry_what_was_found_and_how_to_correct_it,
]

for check in CHECKS:
    check()
    print(f"ok python: {check.__name__.replace('_', ' ')}", file=sys.stderr)
print(len(CHECKS))
