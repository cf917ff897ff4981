"""What a reader other than ours finds in workbooks: one sorted line a thing. usage: describe.py FILE.xlsx…

Needs openpyxl 3.0 or later. tests/openpyxl/second_reader_test.cpp writes the same lines from the plan.
"""

import sys
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl
from openpyxl.utils.datetime import to_excel

PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


def one_line(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def value_text(value):
    if value is None or value == "":
        return "blank"
    if isinstance(value, bool):
        return "boolean %s" % value
    if hasattr(value, "isoformat"):  # the cell has the format of a day
        value = to_excel(value)
    if isinstance(value, (int, float)):
        return "number %.12g" % value
    return "text " + one_line(str(value))


def bare(reference):
    """Without the sheet that openpyxl may put before it, and without `$`."""
    return str(reference).rsplit("!", 1)[-1].replace("$", "")


def defined_names(book):
    names = book.defined_names
    entries = names.values() if hasattr(names, "values") else names.definedName
    return [(entry.name, entry.attr_text) for entry in entries]


def validations(sheet):
    for rule in sheet.data_validations.dataValidation:
        texts = [rule.promptTitle, rule.prompt, rule.errorTitle, rule.error]
        numbers = [rule.formula1, rule.formula2]
        if rule.type != "list":
            numbers = ["%.12g" % float(number) for number in numbers if number is not None]
        yield [str(rule.sqref), rule.type or "any"] + [str(part) for part in numbers if part] + [
            one_line(text or "") for text in texts
        ]


def describe(path):
    formulas = openpyxl.load_workbook(path)
    cached = openpyxl.load_workbook(path, data_only=True)
    lines = []

    def tell(*parts):
        lines.append("|".join(str(part) for part in parts))

    with zipfile.ZipFile(path) as container:
        for entry in ElementTree.fromstring(container.read("docProps/custom.xml")).iter(PROPERTIES):
            tell("property", entry.get("name"), "".join(entry.itertext()))
    for name, target in defined_names(formulas):
        tell("name", name, target.replace("'", ""))
    for sheet in formulas.worksheets:
        tell("sheet", sheet.title, sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.sheet_state)
        if sheet.print_area:
            area = sheet.print_area if isinstance(sheet.print_area, str) else sheet.print_area[0]
            tell("print", sheet.title, bare(area))
        tell("protected", sheet.title, bool(sheet.protection.sheet), sheet.protection.password is None)
        for area in sheet.merged_cells.ranges:
            tell("merge", sheet.title, area.coord)
        for rule in validations(sheet):
            tell("validation", sheet.title, *rule)
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                tell("highlight", sheet.title, area.sqref, rule.type, *rule.formula)
        values = cached[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if type(cell).__name__ == "MergedCell":
                    continue
                place = (sheet.title, cell.coordinate)
                if cell.data_type == "f":
                    tell("formula", *place, str(cell.value)[1:], value_text(values[cell.coordinate].value))
                elif cell.value is not None:
                    tell("value", *place, value_text(cell.value))
                if not cell.protection.locked:
                    tell("field", *place)
        for chart in sheet._charts:
            tell("chart", sheet.title, type(chart).__name__, len(chart.series))
    return sorted(lines)


def main():
    for path in sys.argv[1:]:
        print("\n".join(describe(path)))


if __name__ == "__main__":
    main()
