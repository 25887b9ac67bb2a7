"""Holds the field names that requests write against the models of Genesys Cloud's own SDK: SCHEMA is the manifests' schema.

Prints each field that a model doesn't have, and how many fields were held against one.
"""

import json
import re
import sys

import PureCloudPlatformClientV2 as genesys

# What the manifests have beyond the body of a queue's PUT: their own words, what calls of its own write, and how
# a deletion is asked for.
OWN = {"id", "lifecycle", "forceDelete", "members", "wrapupCodes", "division"}
# The bodies of the integration's requests, of moving a queue, of members and of wrap-up codes.
BODIES = {
    "CreateIntegrationRequest": ["name", "integrationType"],
    "Integration": ["intendedState", "notes"],
    "IntegrationConfiguration": ["name", "version", "properties", "advanced", "notes", "credentials"],
    "WritableEntity": ["id"],
    "WrapUpCodeReference": ["id"],
    "WritableDivision": ["id"],
}
checked = 0


def model(name):
    return getattr(genesys, name)()


def fields(name):
    return {wire: own for own, wire in model(name).attribute_map.items()}


def hold(schema, type_name, path):
    global checked
    item = re.fullmatch(r"(?:list\[|dict\(str, )(\w+)[\])]", type_name)
    if item:
        inner = schema.get("items") or schema.get("additionalProperties") or {}
        return hold(inner, item[1], path + "[]") if isinstance(inner, dict) else None
    properties = schema.get("properties")
    if not properties or not hasattr(genesys, type_name):
        return
    known = fields(type_name)
    types = model(type_name).swagger_types
    for name, inner in properties.items():
        if path == "Queue" and name in OWN:
            continue
        checked += 1
        if name not in known:
            print(f"{path}.{name} is no field of {type_name}")
        else:
            hold(inner, types[known[name]], f"{path}.{name}")


def queue_spec(schema):
    for branch in schema["allOf"]:
        if branch["if"]["properties"]["kind"].get("const") == "Queue":
            return branch["then"]["properties"]["spec"]
    raise SystemExit("the schema has no Queue")


with open(sys.argv[1], encoding="utf-8") as file:
    spec = queue_spec(json.load(file))
for request in ("CreateQueueRequest", "QueueRequest"):
    hold(spec, request, "Queue")
for name, body in BODIES.items():
    known = fields(name)
    for field in body:
        checked += 1
        if field not in known:
            print(f"{field} is no field of {name}")
missing = set(fields("QueueRequest")) - set(spec["properties"])
print("not declarable:", " ".join(sorted(missing)))
print("checked:", checked)
