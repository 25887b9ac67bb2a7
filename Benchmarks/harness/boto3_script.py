"""The script that people write: each rule and its target put or looked at, one after the other.

    boto3_script.py apply|plan N
"""

import json
import sys

import boto3

from workload import account, arn, name, pattern, tags

events = boto3.client("events")


def apply(rules):
    changed = set(plan(rules))
    for index in changed:
        events.put_rule(Name=name(index), EventPattern=json.dumps(pattern(index)), State="ENABLED")
        events.tag_resource(ResourceARN=f"arn:aws:events:us-east-1:{account}:rule/{name(index)}", Tags=tags)
        events.put_targets(Rule=name(index), Targets=[{"Id": "main", "Arn": arn}])


def plan(rules):
    live = {rule["Name"]: rule for page in events.get_paginator("list_rules").paginate() for rule in page["Rules"]}
    for index in range(rules):
        rule = live.get(name(index))
        if rule is None or rule["State"] != "ENABLED" or json.loads(rule["EventPattern"]) != pattern(index):
            yield index
        elif events.list_targets_by_rule(Rule=name(index))["Targets"] != [{"Id": "main", "Arn": arn}]:
            yield index


action, rules = sys.argv[1], int(sys.argv[2])
print(len(list(plan(rules))) if action == "plan" else apply(rules))
