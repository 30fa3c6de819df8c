"""Polluted versions of a table, each with its clean version and what one may be told of it."""

import source_table


def quoted(cell, delimiter, quote, escape):
    """A cell as it is written: within quotes where it must be."""
    if delimiter not in cell and quote not in cell and "\n" not in cell:
        return cell
    return quote + cell.replace(quote, escape + quote) + quote


def line(cells, delimiter=",", quote='"', escape='"'):
    """A row without its line end."""
    return delimiter.join(quoted(cell, delimiter, quote, escape) for cell in cells)


def parameters(**told):
    """What is told of a file, in the terms of the public benchmark."""
    known = {
        "encoding": "ascii", "delimiter": ",", "quotechar": '"', "escapechar": '"', "row_delimiter": "\r\n",
        "header_lines": 1, "preamble_lines": 0, "footnote_lines": 0,
    }
    known.update(told)
    return known


class File:
    """A polluted file."""

    def __init__(self, name, family, text, clean, **told):
        self.name, self.family, self.text, self.clean = name, family, text, clean
        self.parameters = parameters(**told)
        # The names are told of a file that has a header, as they should come out.
        self.parameters["column_names"] = clean[0] if clean and self.parameters["header_lines"] else []


def text_of(table, end="\r\n", **dialect):
    return "".join(line(row, **dialect) + end for row in table)


def whole_files(header, data):
    """Files whose pollution is of the file or of the table."""
    table = [header] + data
    text = text_of(table)
    numbered = [f"col_{column}" for column in range(len(header))]
    yield File("source", "none", text, table)
    yield File("file_no_payload", "file", "", [])
    yield File("file_no_trailing_newline", "file", text[:-2], table)
    yield File("file_double_trailing_newline", "file", text + "\r\n", table)
    yield File("file_no_header", "file", text_of(data), [numbered] + data, header_lines=0)
    for lines in (2, 3):
        names = [" ".join([name] * lines) for name in header]
        yield File(f"file_header_multirow_{lines}", "file", text_of([header] * lines + data), [names] + data,
                   header_lines=lines)
    yield File("file_preamble", "file", "Orders of the year,,,,,,,,\r\n\r\n" + text, table, preamble_lines=2)
    yield File("file_preamble_bare", "file", "Orders of the year\r\nAll costs in dollars\r\n\r\n" + text, table,
               preamble_lines=3)
    yield File("file_footnotes", "file", text + "\r\nSource: the works\r\nNote: costs are provisional\r\n", table,
               footnote_lines=3)
    for name, width in (("less", len(header) - 1), ("same", len(header)), ("more", len(header) + 1)):
        second = [(row + ["x" * (row is not header)])[:width] for row in table]
        yield File(f"file_multitable_{name}", "file", text + text_of(second), table)
    yield File("file_header_only", "file", text_of([header]), [header])
    yield File("file_one_data_row", "file", text_of(table[:2]), table[:2])


def dialects(header, data):
    """Files that are written otherwise throughout."""
    table = [header] + data
    for name, delimiter in (("0x20", " "), ("0x2C_0x20", ", "), ("0x3B", ";"), ("0x9", "\t"), ("0x7C", "|")):
        # Where the delimiter has a comma, cells with one are quoted too.
        yield File(f"file_field_delimiter_{name}", "dialect",
                   text_of(table, delimiter=delimiter) if delimiter != ", " else comma_space(table), table,
                   delimiter=delimiter)
    yield File("file_quotation_char_0x27", "dialect", text_of(table, quote="'", escape="'"), table,
               quotechar="'", escapechar="'")
    yield File("file_escape_char_0x5C", "dialect", text_of(table, escape="\\"), table, escapechar="\\")
    yield File("file_escape_char_0x00", "dialect", text_of(table, escape=""), table, escapechar="")
    for name, end in (("0xA", "\n"), ("0xD", "\r")):
        yield File(f"file_record_delimiter_{name}", "dialect", text_of(table, end=end), table, row_delimiter=end)
    for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
        foreign = [header] + [row[:-1] + ["Größe £ é"] for row in data]
        yield File(f"file_encoding_{encoding}", "dialect", text_of(foreign), foreign, encoding=encoding)


def comma_space(table):
    lines = []
    for row in table:
        cells = [f'"{cell.replace(chr(34), chr(34) * 2)}"' if "," in cell or '"' in cell else cell for cell in row]
        lines.append(", ".join(cells) + "\r\n")
    return "".join(lines)


def rows(header, data):
    """Files in which one row is polluted, for each row and, where it matters, each column."""
    table = [header] + data
    lines = [line(row) + "\r\n" for row in table]
    cells = [[quoted(cell, ",", '"', '"') for cell in row] for row in table]

    def file(name, family, row, polluted, clean=None):
        text = "".join(lines[:row] + [polluted + "\r\n"] + lines[row + 1:])
        target = table if clean is None else table[:row] + [clean] + table[row + 1:]
        return File(name, family, text, target)

    for row in range(len(table)):
        for column in range(len(header)):
            if column > 0:
                joined = cells[row][:column - 1] + [cells[row][column - 1] + cells[row][column]]
                yield file(f"row_less_sep_row{row}_col{column}", "less delimiters", row,
                           ",".join(joined + cells[row][column + 1:]))
            more = cells[row][:column] + [""] + cells[row][column:]
            yield file(f"row_more_sep_row{row}_col{column}", "more delimiters", row, ",".join(more))
            clean = list(table[row])
            clean[column] = '"' + clean[column]
            cell = cells[row][column]
            extra = '"' + cell if not cell.startswith('"') else '""' + cell[1:]
            stray = cells[row][:column] + [extra] + cells[row][column + 1:]
            yield file(f"row_extra_quote{row}_col{column}", "extra quote", row, ",".join(stray), clean)
        yield file(f"row_field_delimiter_{row}_0x20", "another delimiter", row, line(table[row], delimiter=" "))


def files(count=83):
    """All polluted files of a table of so many rows."""
    header, data = source_table.COLUMNS, source_table.rows(count)
    yield from whole_files(header, data)
    yield from dialects(header, data)
    yield from rows(header, data)
