"""The boxes of several lines in the form of a grant."""

from openamif.grants.queries import frame_of
from openamif.web.authority.grants.forms import GrantForm


def test_every_wrong_line_of_a_box_is_told(desk):
    said = {"targets": "SO2.C2 250\nSO9.C9 3\nmany\nSO2.C2 1", "work_packages": "1 Courses\n1 Again\nno number"}
    form = GrantForm(desk.grant.programme, frame_of(desk.grant.programme), said)
    assert form.errors["targets"] == [
        "The period has no indicator SO9.C9.",
        "“many” is not an indicator with its target: write it as “SO1.C1 250”.",
        "“SO2.C2” stands here twice.",
    ]
    assert [line.split("”")[0] for line in form.errors["work_packages"]] == ["“1 Again", "“no number"]
