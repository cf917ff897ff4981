# Fills in workbooks as a manager would, and saves them: file, text of the first goal … one line each on standard input.
import sys

import openpyxl

for line in sys.stdin:
    path, text = line.rstrip("\n").split("\t")
    book = openpyxl.load_workbook(path)
    sheet = next(each for each in book.worksheets if each.sheet_state == "visible" and any(
        not cell.protection.locked for row in each.iter_rows() for cell in row))
    cells = [cell for row in sheet.iter_rows() for cell in row
             if not cell.protection.locked and cell.value is None and not isinstance(cell, openpyxl.cell.cell.MergedCell)]
    cells[0].value = text
    book.save(path)
    print(path)
