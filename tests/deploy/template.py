"""Packages serverless.yml with osls and reads the resulting CloudFormation template."""

import functools
import json
import os
import pathlib
import re
import subprocess
import tempfile

SERVICE = pathlib.Path(os.environ["SERVICE"])
ACCOUNT = "123456789012"


def run_osls(*arguments):
    """Runs osls without an AWS account and without configuration files."""
    home = SERVICE / "home"
    home.mkdir(exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "CI": "true", "AWS_EC2_METADATA_DISABLED": "true"}
    return subprocess.run(
        [*os.environ["OSLS"].split(), *arguments],
        cwd=SERVICE, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
    )


class Template:
    """A compiled template."""

    def __init__(self, folder):
        self.path = folder / "cloudformation-template-update-stack.json"
        self.body = json.loads(self.path.read_text())
        self.region = json.loads((folder / "serverless-state.json").read_text())["service"]["provider"]["region"]
        self.resources = self.body["Resources"]
        self.outputs = self.body["Outputs"]

    def properties(self, name):
        return self.resources[name]["Properties"]

    def resources_of_type(self, kind):
        return {name: item["Properties"] for name, item in self.resources.items() if item["Type"] == kind}

    def resolve(self, value):
        """Converts a string or a reference to text, such as `Queue.Arn` or `arn:aws:s3:::emberline-dev-…`."""
        if isinstance(value, str):
            return value
        (function, argument), = value.items()
        if function == "Ref":
            return self.pseudo_parameters().get(argument, argument)
        if function == "Fn::GetAtt":
            return ".".join(argument)
        if function == "Fn::Join":
            return argument[0].join(self.resolve(part) for part in argument[1])
        if function == "Fn::Sub":
            return re.sub(r"\$\{(.*?)\}", lambda match: self.pseudo_parameters()[match[1]], argument)
        raise ValueError(f"this test does not know the function {function}")

    def pseudo_parameters(self):
        return {"AWS::Partition": "aws", "AWS::AccountId": ACCOUNT, "AWS::Region": self.region}

    def policy_statements(self):
        """Yields each policy statement with the name of its resource."""
        for name, item in self.resources.items():
            properties = item["Properties"]
            documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
            documents += [properties[key] for key in ("PolicyDocument", "AssumeRolePolicyDocument") if key in properties]
            for document in documents:
                for statement in document["Statement"]:
                    yield name, statement

    def permissions(self, role):
        """Returns the permissions of a role, as sorted pairs of action and resource."""
        assert not self.properties(role).get("ManagedPolicyArns")
        return sorted(
            (action, self.resolve(resource))
            for policy in self.properties(role)["Policies"]
            for statement in policy["PolicyDocument"]["Statement"]
            for action in as_list(statement["Action"])
            for resource in as_list(statement["Resource"])
        )


def as_list(value):
    return value if isinstance(value, list) else [value]


@functools.cache
def package_service(*arguments):
    """Packages the service with these arguments and returns the template; equal arguments are packaged once."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=SERVICE))
    done = run_osls("package", "--package", str(folder), *arguments)
    if done.returncode:
        raise AssertionError(f"osls package {' '.join(arguments)} failed:\n{done.stdout}")
    return Template(folder)
