"""A programme of 2021-2027 to take away, in the order of the Commission's template: workbook, report, data."""

from openamif.web.exports.programme_2021.as_json import as_json_file
from openamif.web.exports.programme_2021.form import programme_form, workbook
from openamif.web.exports.programme_2021.report import make_report
from openamif.web.exports.programme_2021.source import Source2021, published_whole

__all__ = ["Source2021", "as_json_file", "make_report", "programme_form", "published_whole", "workbook"]
