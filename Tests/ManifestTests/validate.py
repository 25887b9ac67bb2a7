"""Holds YAML files against a JSON Schema, draft-07: validate.py SCHEMA FILE... prints `valid FILE` or `invalid FILE: PATH: WHY` for each."""

import json
import sys
from pathlib import Path

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

schema, *files = sys.argv[1:]
validator = jsonschema.Draft7Validator(json.loads(Path(schema).read_text(encoding="utf-8")))
for file in files:
    try:
        # A document without content, such as one after a last `---`, is no manifest.
        documents = [document for document in YAML(typ="safe", pure=True).load_all(Path(file)) if document is not None]
        errors = [f"{error.json_path}: {error.message}" for document in documents for error in validator.iter_errors(document)]
    except YAMLError as error:
        errors = [f"$: {error.problem}"]
    print(f"invalid {file}: {errors[0]}" if errors else f"valid {file}")
