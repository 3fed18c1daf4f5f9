"""serverless.yml -> the CloudFormation template that osls makes of it."""

import functools
import json
import os
import pathlib
import re
import subprocess
import tempfile

SERVICE = pathlib.Path(os.environ["SERVICE"])
ACCOUNT = "123456789012"


def osls(*arguments):
    """Runs osls where there is no account and no configuration of one."""
    home = SERVICE / "home"
    home.mkdir(exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "CI": "true", "AWS_EC2_METADATA_DISABLED": "true"}
    return subprocess.run(
        [*os.environ["OSLS"].split(), *arguments],
        cwd=SERVICE, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
    )


class Template:
    """A compiled template, with its references resolved as far as a reader needs it."""

    def __init__(self, folder):
        self.path = folder / "cloudformation-template-update-stack.json"
        self.body = json.loads(self.path.read_text())
        self.region = json.loads((folder / "serverless-state.json").read_text())["service"]["provider"]["region"]
        self.resources = self.body["Resources"]
        self.outputs = self.body["Outputs"]

    def properties(self, name):
        return self.resources[name]["Properties"]

    def of_type(self, kind):
        return {name: item["Properties"] for name, item in self.resources.items() if item["Type"] == kind}

    def text(self, value):
        """A string, or a reference as a string: `Queue.Arn`, `arn:aws:s3:::emberline-dev-…`."""
        if isinstance(value, str):
            return value
        (function, argument), = value.items()
        if function == "Ref":
            return self.pseudo().get(argument, argument)
        if function == "Fn::GetAtt":
            return ".".join(argument)
        if function == "Fn::Join":
            return argument[0].join(self.text(part) for part in argument[1])
        if function == "Fn::Sub":
            return re.sub(r"\$\{(.*?)\}", lambda match: self.pseudo()[match[1]], argument)
        raise ValueError(f"unknown in this test: {function}")

    def pseudo(self):
        return {"AWS::Partition": "aws", "AWS::AccountId": ACCOUNT, "AWS::Region": self.region}

    def statements(self):
        """Every policy statement: where it stands, and what it says."""
        for name, item in self.resources.items():
            properties = item["Properties"]
            documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
            documents += [properties[key] for key in ("PolicyDocument", "AssumeRolePolicyDocument") if key in properties]
            for document in documents:
                for statement in document["Statement"]:
                    yield name, statement

    def rights(self, role):
        """What a role's policies allow, as (action, resource)."""
        assert not self.properties(role).get("ManagedPolicyArns")
        return sorted(
            (action, self.text(resource))
            for policy in self.properties(role)["Policies"]
            for statement in policy["PolicyDocument"]["Statement"]
            for action in listed(statement["Action"])
            for resource in listed(statement["Resource"])
        )


def listed(value):
    return value if isinstance(value, list) else [value]


@functools.cache
def package(*arguments):
    folder = pathlib.Path(tempfile.mkdtemp(dir=SERVICE))
    done = osls("package", "--package", str(folder), *arguments)
    if done.returncode:
        raise AssertionError(f"osls package {' '.join(arguments)} failed:\n{done.stdout}")
    return Template(folder)
