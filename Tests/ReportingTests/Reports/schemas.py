"""Holds plans and outcomes against their schemas: schemas.py SCHEMAS FILE...

Once as they are published, and once with nothing allowed that they don't describe: every member that is written must be in them.
"""

import json
import sys
from pathlib import Path

import jsonschema
import referencing

folder, *files = sys.argv[1:]


def closed(schema):
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        inner["additionalProperties"] = False
    return inner


def validators(change):
    schemas = {name: change(json.loads((Path(folder) / name).read_text())) for name in ("plan.schema.json", "outcome.schema.json")}
    resources = [(name, referencing.Resource.from_contents(schema)) for name, schema in schemas.items()]
    registry = referencing.Registry().with_resources(resources)
    return {name: jsonschema.Draft202012Validator(schema | {"$id": name}, registry=registry) for name, schema in schemas.items()}


faults, held = [], 0
for change in (lambda schema: schema, closed):
    known = validators(change)
    for file in files:
        document = json.loads(Path(file).read_text())
        held += 1
        for error in known["outcome.schema.json" if "results" in document else "plan.schema.json"].iter_errors(document):
            faults.append(f"{Path(file).name}: {error.json_path}: {error.message[:300]}")
if faults:
    sys.exit("\n".join(faults[:20]))
print(held)
