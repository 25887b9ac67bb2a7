"""The ways to converge N rules, each with the same verbs: `apply`, `plan`. Every peer finds the backend by its environment."""

import json
import pathlib
import shutil
import subprocess

from . import clock, workload
from .backends import BIN, HERE, TOOLS


class Reconcile:
    name = "reconcile"
    sizes = None

    @staticmethod
    def is_installed():
        return (BIN / "reconcile").exists()

    def __init__(self, folder, environment, rules):
        self.environment = environment
        self.file = folder / "set.yaml"
        self.file.write_text(workload.manifests(rules))

    def apply(self):
        return clock.run([BIN / "reconcile", "apply", "-f", self.file, "--auto-approve", "--quiet"], self.environment)

    def plan(self):
        arguments = [BIN / "reconcile", "plan", "-f", self.file, "--quiet", "--detailed-exitcode"]
        return clock.run(arguments, self.environment, codes=(0, 2))


class Terraform:
    name = "Terraform"
    sizes = None

    def __init__(self, folder, environment, rules):
        self.folder = folder
        (folder / "main.tf").write_text(workload.terraform(rules, self.version()))
        mirror = f'provider_installation {{ filesystem_mirror {{ path = "{self.mirror()}" }} }}'
        (folder / "terraform.rc").write_text(mirror)
        self.environment = environment | {"TF_CLI_CONFIG_FILE": str(folder / "terraform.rc"), "CHECKPOINT_DISABLE": "1"}
        clock.run(["terraform", "init", "-input=false"], self.environment, folder)

    @staticmethod
    def provider():
        found = subprocess.run(
            ["find", "/", "-xdev", "-name", "terraform-provider-aws*", "-type", "f", "-not", "-path", "*/.terraform/*"],
            capture_output=True, text=True)
        return next((pathlib.Path(line) for line in found.stdout.splitlines()), None)

    @classmethod
    def is_installed(cls):
        return shutil.which("terraform") and cls.provider()

    @classmethod
    def version(cls):
        return cls.provider().parents[1].name

    @classmethod
    def mirror(cls):
        return cls.provider().parents[5]

    def apply(self):
        return clock.run(["terraform", "apply", "-auto-approve", "-input=false", "-no-color"], self.environment, self.folder)

    def plan(self):
        arguments = ["terraform", "plan", "-detailed-exitcode", "-input=false", "-no-color"]
        return clock.run(arguments, self.environment, self.folder, codes=(0, 2))


class Boto3:
    name = "boto3, one call after the other"
    sizes = None

    def __init__(self, folder, environment, rules):
        self.environment, self.rules = environment, rules

    @staticmethod
    def is_installed():
        return True

    def apply(self):
        return self.run("apply")

    def plan(self):
        return self.run("plan")

    def run(self, verb):
        return clock.run([TOOLS / "python", HERE / "boto3_script.py", verb, str(self.rules)], self.environment)


class CLI:
    name = "aws, one call after the other"
    # 0.4 s a call: more rules only take longer.
    sizes = (10,)

    def __init__(self, folder, environment, rules):
        self.environment, self.rules = environment | {"AWS_PAGER": ""}, rules

    @staticmethod
    def is_installed():
        return True

    def apply(self):
        return self.loop("put-rule", lambda index: ["--event-pattern", json.dumps(workload.pattern(index)), "--tags", *self.tags()],
                         "put-targets", lambda index: ["--targets", f"Id=main,Arn={workload.arn}"])

    def plan(self):
        return self.loop("describe-rule", lambda index: [], "list-targets-by-rule", lambda index: [])

    def tags(self):
        return [f'Key={tag["Key"]},Value={tag["Value"]}' for tag in workload.tags]

    def loop(self, first, first_arguments, second, second_arguments):
        costs = []
        for index in range(self.rules):
            name = workload.name(index)
            costs.append(self.call(first, "--name", name, *first_arguments(index)))
            costs.append(self.call(second, "--rule", name, *second_arguments(index)))
        return clock.Cost(
            sum(cost.seconds for cost in costs), sum(cost.cpu for cost in costs), max(cost.megabytes for cost in costs))

    def call(self, *arguments):
        return clock.run([TOOLS / "aws", "events", *arguments], self.environment)


ALL = (Reconcile, Terraform, Boto3, CLI)
