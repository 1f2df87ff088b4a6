import type { Column } from '../../../domain/exporting/column'
import { namedTables, once, purpose, type Script, type ScriptTable } from './script'

/** A module for Python from 3.8 on, which needs nothing else; with pandas it gives data frames. */
export const python: Script = {
  kind: 'python',
  files: (tables) => [{
    ending: '.py',
    chunks: (nameOf) => once(pythonScript(namedTables(tables, 'csv', nameOf))),
  }],
}

const pythonScript = (tables: readonly ScriptTable[]): string => `${text(purpose(tables))}
import csv
import datetime
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent

# Of each table its file and its columns; values with their labels, in their order.
TABLES = {
${tables.map(tableEntry).join('\n')}
}
${READING}`

const tableEntry = ({ table, file }: ScriptTable): string => `    ${text(table.id)}: {
        "file": ${text(file)},
        "columns": {
${table.columns.map(columnEntry).join('\n')}
        },
    },`

const columnEntry = ({ name, label, type, level, values }: Column): string =>
  `            ${text(name)}: {"label": ${text(label)}, "type": ${text(type)}, "level": ${level === null ? 'None' : text(level)}, "values": ${values === null ? 'None' : `{${values.map((one) => `${typeof one.value === 'number' ? one.value : text(one.value)}: ${text(one.label)}`).join(', ')}}`}},`

/** A string of JSON is one of Python; half a character is none that it could write, and what does not show is numbered. */
const text = (value: string): string =>
  JSON.stringify(value.replace(/\p{Cs}/gu, '\uFFFD')).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`)

const READING = `

def _cell(text, kind):
    """A cell as a value; None where it is empty. A date may be a year or a month alone, and is then text."""
    if text == "":
        return None
    if kind == "whole":
        return int(text)
    if kind == "number":
        return float(text)
    if kind == "yes-no":
        return text == "1"
    if kind == "date" and re.fullmatch(r"\\d{4}-\\d\\d-\\d\\d", text):
        return datetime.date.fromisoformat(text)
    if kind == "time":
        return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return text


def rows(table=None):
    """The rows of a table, one after the other, as dictionaries with typed values. Needs nothing but Python."""
    about = TABLES[table or next(iter(TABLES))]
    kinds = {name: column["type"] for name, column in about["columns"].items()}
    csv.field_size_limit(2**31 - 1)
    with open(FOLDER / about["file"], newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield {name: _cell(text, kinds[name]) for name, text in row.items()}


def frame(table=None):
    """A table as a pandas data frame: categories with their labels, ordered where the level is; labels of columns in its attrs."""
    import pandas

    about = TABLES[table or next(iter(TABLES))]
    data = pandas.read_csv(FOLDER / about["file"], dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8")
    for name, column in about["columns"].items():
        cells, kind, values = data[name], column["type"], column["values"]
        if kind == "whole":
            cells = pandas.to_numeric(cells).astype("Int64")
        elif kind == "number":
            cells = pandas.to_numeric(cells).astype("Float64")
        elif kind == "yes-no":
            cells = cells.map({"1": True, "0": False}).astype("boolean")
        elif kind == "date" and cells.dropna().str.fullmatch(r"\\d{4}-\\d\\d-\\d\\d").all():
            cells = pandas.to_datetime(cells, format="%Y-%m-%d")
        elif kind == "time":
            cells = pandas.to_datetime(cells, format="ISO8601", utc=True)
        if values is not None and column["level"] not in ("interval", "ratio"):
            cells = _labelled(pandas, cells, values, column["level"] == "ordinal")
        elif kind == "text" and column["level"] == "nominal":
            cells = cells.astype("category")
        data[name] = cells
    data.attrs["labels"] = {name: column["label"] for name, column in about["columns"].items()}
    return data


def _labelled(pandas, cells, values, ordered):
    """What is not among the values that are known keeps its own name."""
    found = list(values) + sorted(set(cells.dropna()) - set(values))
    labels = [str(values.get(value, value)) for value in found]
    names = [label if labels.count(label) == 1 else f"{label} ({value})" for label, value in zip(labels, found)]
    return pandas.Categorical(cells, categories=found, ordered=ordered).rename_categories(names)


if __name__ == "__main__":
    for name in TABLES:
        print(name, sum(1 for _ in rows(name)), "rows")
`
