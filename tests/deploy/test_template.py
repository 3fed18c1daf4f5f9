"""Tests of the compiled template. tests/deploy/run.sh runs them."""

import json
import os
import pathlib
import re
import subprocess
import unittest

from template import ACCOUNT, as_list, package_service, run_osls

ROOT = pathlib.Path(__file__).parents[2]
BUCKET = f"emberline-dev-{ACCOUNT}-eu-central-1"

# One template has the default parameters, the other has changed values for all of them.
PLAIN = package_service()
CHANGED = package_service(
    "--stage", "prod", "--region", "us-east-1",
    "--param=architecture=x86_64", "--param=memory=1024", "--param=keepDays=7", "--param=logDays=90",
    "--param=urlAuth=none", "--param=publicUrl=https://pictures.example.org",
    "--param=functions=true", "--param=schedule=true", "--param=scheduleAt=cron(30 8 ? * MON *)", "--param=scheduleZone=Europe/Berlin",
)


class Permissions(unittest.TestCase):
    def test_the_function_has_only_these_permissions(self):
        self.assertEqual(PLAIN.permissions("RenderRole"), [
            ("logs:CreateLogStream", "RenderLogGroup.Arn"),
            ("logs:PutLogEvents", "RenderLogGroup.Arn"),
            ("s3:GetObject", f"arn:aws:s3:::{BUCKET}/in/*"),
            ("s3:GetObject", f"arn:aws:s3:::{BUCKET}/out/*"),
            ("s3:PutObject", f"arn:aws:s3:::{BUCKET}/out/*"),
            ("sqs:DeleteMessage", "Queue.Arn"),
            ("sqs:GetQueueAttributes", "Queue.Arn"),
            ("sqs:ReceiveMessage", "Queue.Arn"),
            ("sqs:SendMessage", "DeadLetterQueue.Arn"),
        ])

    def test_the_schedule_may_only_invoke_the_function(self):
        self.assertEqual(PLAIN.permissions("ScheduleRole"), [("lambda:InvokeFunction", "RenderLambdaFunction.Arn")])

    def test_there_are_no_other_roles_or_policies(self):
        for template in (PLAIN, CHANGED):
            self.assertEqual(set(template.resources_of_type("AWS::IAM::Role")), {"RenderRole", "ScheduleRole"})
            for kind in ("AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy", "AWS::SQS::QueuePolicy"):
                self.assertEqual(template.resources_of_type(kind), {})
            self.assertEqual(template.properties("RenderLambdaFunction")["Role"], {"Fn::GetAtt": ["RenderRole", "Arn"]})

    def test_each_role_trusts_one_service(self):
        trusted = {
            name: statement["Principal"]
            for name, statement in PLAIN.policy_statements() if "sts:AssumeRole" in as_list(statement["Action"])
        }
        self.assertEqual(trusted, {
            "RenderRole": {"Service": "lambda.amazonaws.com"},
            "ScheduleRole": {"Service": "scheduler.amazonaws.com"},
        })

    def test_no_policy_allows_anything_with_a_wildcard(self):
        for template in (PLAIN, CHANGED):
            allowed = [(name, item) for name, item in template.policy_statements() if item["Effect"] == "Allow"]
            self.assertGreater(len(allowed), 5)
            for name, statement in allowed:
                with self.subTest(resource=name, statement=statement):
                    self.assertFalse({"NotAction", "NotResource", "NotPrincipal"} & set(statement))
                    self.assertNotIn("*", "".join(as_list(statement["Action"])))
                    for resource in map(template.resolve, as_list(statement.get("Resource", []))):
                        # A prefix such as `bucket/out/*` is allowed; `*` and `arn:aws:s3:::*` are not.
                        self.assertRegex(resource, r"^(\w+\.Arn|arn:aws:s3:::[a-z0-9-]+/(in|out)/\*)$")
                    self.assertNotIn("*", json.dumps(statement.get("Principal", "")))

    def test_only_s3_may_call_the_function_and_only_for_this_bucket(self):
        (permission,) = PLAIN.resources_of_type("AWS::Lambda::Permission").values()
        self.assertEqual(permission["Principal"], "s3.amazonaws.com")
        self.assertEqual(PLAIN.resolve(permission["SourceArn"]), f"arn:aws:s3:::{BUCKET}")
        self.assertEqual(PLAIN.resolve(permission["SourceAccount"]), ACCOUNT)


class Function(unittest.TestCase):
    def test_the_function_has_its_runtime_architecture_and_memory(self):
        for template, arch, memory in ((PLAIN, "arm64", 512), (CHANGED, "x86_64", 1024)):
            function = template.properties("RenderLambdaFunction")
            self.assertEqual(function["Runtime"], "provided.al2023")
            self.assertEqual(function["Handler"], "bootstrap")
            self.assertEqual(function["Architectures"], [arch])
            self.assertEqual(function["MemorySize"], memory)
            self.assertTrue(function["Code"]["S3Key"].endswith(f"/emberline-lambda-{arch}.zip"))

    def test_the_function_url_requires_iam_by_default(self):
        self.assertEqual(PLAIN.properties("RenderLambdaFunctionUrl")["AuthType"], "AWS_IAM")
        self.assertEqual(CHANGED.properties("RenderLambdaFunctionUrl")["AuthType"], "NONE")

    def test_logs_expire(self):
        for template, days in ((PLAIN, 30), (CHANGED, 90)):
            (group,) = template.resources_of_type("AWS::Logs::LogGroup").values()
            self.assertEqual(group["RetentionInDays"], days)
            name = template.properties("RenderLambdaFunction")["FunctionName"]
            self.assertEqual(group["LogGroupName"], f"/aws/lambda/{name}")

    def test_failed_invocations_end_in_the_dead_letter_queue(self):
        (config,) = PLAIN.resources_of_type("AWS::Lambda::EventInvokeConfig").values()
        self.assertEqual(config["FunctionName"], {"Ref": "RenderLambdaFunction"})
        self.assertEqual(config["MaximumRetryAttempts"], 2)
        self.assertEqual(PLAIN.resolve(config["DestinationConfig"]["OnFailure"]["Destination"]), "DeadLetterQueue.Arn")

    def test_the_variables_of_the_function_name_the_bucket(self):
        variables = PLAIN.properties("RenderLambdaFunction")["Environment"]["Variables"]
        self.assertEqual(PLAIN.resolve(variables["EMBERLINE_BUCKET"]), BUCKET)
        self.assertEqual(PLAIN.resolve(variables["EMBERLINE_SOURCES"]), f"{BUCKET}/in/")
        self.assertEqual(variables["EMBERLINE_PREFIX"], "out/")
        self.assertNotIn("EMBERLINE_PUBLIC_URL", variables)
        changed = CHANGED.properties("RenderLambdaFunction")["Environment"]["Variables"]
        self.assertEqual(set(changed) - set(variables), {"EMBERLINE_PUBLIC_URL"})
        self.assertEqual(changed["EMBERLINE_PUBLIC_URL"], "https://pictures.example.org")

    def test_functions_of_charts_are_off_by_default(self):
        for template, value in ((PLAIN, "off"), (CHANGED, "on")):
            variables = template.properties("RenderLambdaFunction")["Environment"]["Variables"]
            self.assertEqual(variables["EMBERLINE_FUNCTIONS"], value)

    def test_the_documentation_lists_the_variables_of_the_function(self):
        page = (ROOT / "docs" / "environment.md").read_text()
        cells = re.findall(r"^\|([^|]*)\|", page, re.MULTILINE)
        documented = {name for cell in cells for name in re.findall(r"EMBERLINE_\w+", cell)}
        # The first is for a layer with the user's own fonts, the second for `emberline serve`: the stack has a bucket for charts.
        documented -= {"EMBERLINE_FONTS", "EMBERLINE_CHARTS"}
        self.assertEqual(documented, set(CHANGED.properties("RenderLambdaFunction")["Environment"]["Variables"]))


class Bucket(unittest.TestCase):
    def test_every_bucket_is_encrypted_and_private(self):
        buckets = PLAIN.resources_of_type("AWS::S3::Bucket")
        self.assertEqual(set(buckets), {"Bucket", "ServerlessDeploymentBucket"})
        for name, bucket in buckets.items():
            with self.subTest(bucket=name):
                (rule,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
                self.assertEqual(rule["ServerSideEncryptionByDefault"], {"SSEAlgorithm": "AES256"})
                blocked = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                self.assertEqual(bucket["PublicAccessBlockConfiguration"], dict.fromkeys(blocked, True))
        self.assertEqual(PLAIN.resolve(buckets["Bucket"]["BucketName"]), BUCKET)
        self.assertEqual(buckets["Bucket"]["OwnershipControls"], {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})

    def test_every_bucket_refuses_requests_without_tls(self):
        policies = {policy["Bucket"]["Ref"]: policy for policy in PLAIN.resources_of_type("AWS::S3::BucketPolicy").values()}
        self.assertEqual(set(policies), set(PLAIN.resources_of_type("AWS::S3::Bucket")))
        for name, policy in policies.items():
            with self.subTest(bucket=name):
                (statement,) = policy["PolicyDocument"]["Statement"]
                found = (statement["Effect"], statement["Principal"], statement["Action"])
                self.assertEqual(found, ("Deny", "*", "s3:*"))
                self.assertEqual(str(statement["Condition"]["Bool"]["aws:SecureTransport"]).lower(), "false")
                own = PLAIN.resolve(PLAIN.properties(name).get("BucketName", name))
                resources = {PLAIN.resolve(resource) for resource in statement["Resource"]}
                self.assertEqual(resources, {f"arn:aws:s3:::{own}", f"arn:aws:s3:::{own}/*"})

    def test_pictures_expire_and_sprints_do_not(self):
        for template, days in ((PLAIN, 90), (CHANGED, 7)):
            rules = template.properties("Bucket")["LifecycleConfiguration"]["Rules"]
            self.assertTrue(all(rule["Status"] == "Enabled" for rule in rules))
            deleting = [rule for rule in rules if "ExpirationInDays" in rule]
            self.assertEqual([(rule["Prefix"], int(rule["ExpirationInDays"])) for rule in deleting], [("out/", days)])
            self.assertTrue(any("AbortIncompleteMultipartUpload" in rule and "Prefix" not in rule for rule in rules))

    def test_the_bucket_is_kept_when_the_stack_is_deleted(self):
        bucket = PLAIN.resources["Bucket"]
        self.assertEqual((bucket["DeletionPolicy"], bucket["UpdateReplacePolicy"]), ("RetainExceptOnCreate", "Retain"))

    def test_only_files_below_in_invoke_the_function(self):
        (configuration,) = PLAIN.properties("Bucket")["NotificationConfiguration"]["LambdaConfigurations"]
        self.assertEqual(configuration["Event"], "s3:ObjectCreated:*")
        self.assertEqual(configuration["Filter"]["S3Key"]["Rules"], [{"Name": "prefix", "Value": "in/"}])
        self.assertEqual(PLAIN.resolve(configuration["Function"]), "RenderLambdaFunction.Arn")
        # S3 refuses the notification if the permission to call the function does not exist yet.
        self.assertIn("BucketMayInvoke", as_list(PLAIN.resources["Bucket"]["DependsOn"]))


class Queue(unittest.TestCase):
    def test_a_message_is_tried_three_times_and_kept_for_two_weeks(self):
        queue, dead = PLAIN.properties("Queue"), PLAIN.properties("DeadLetterQueue")
        self.assertEqual(PLAIN.resolve(queue["RedrivePolicy"]["deadLetterTargetArn"]), "DeadLetterQueue.Arn")
        self.assertEqual(queue["RedrivePolicy"]["maxReceiveCount"], 3)
        self.assertEqual(dead["MessageRetentionPeriod"], 14 * 24 * 60 * 60)
        self.assertTrue(queue["SqsManagedSseEnabled"] and dead["SqsManagedSseEnabled"])

    def test_the_visibility_timeout_is_at_least_six_times_the_timeout_of_the_function(self):
        timeout = PLAIN.properties("RenderLambdaFunction")["Timeout"]
        self.assertEqual(timeout, 30)
        self.assertGreaterEqual(PLAIN.properties("Queue")["VisibilityTimeout"], 6 * timeout)

    def test_the_function_reports_the_failed_messages_of_a_batch(self):
        (mapping,) = PLAIN.resources_of_type("AWS::Lambda::EventSourceMapping").values()
        self.assertEqual(PLAIN.resolve(mapping["EventSourceArn"]), "Queue.Arn")
        self.assertEqual(mapping["FunctionResponseTypes"], ["ReportBatchItemFailures"])
        self.assertTrue(mapping["Enabled"])


class Schedule(unittest.TestCase):
    def test_the_schedule_is_disabled_by_default(self):
        self.assertEqual(PLAIN.properties("Schedule")["State"], "DISABLED")
        self.assertEqual(CHANGED.properties("Schedule")["State"], "ENABLED")

    def test_the_times_of_the_schedule_are_parameters(self):
        found = [
            (schedule["ScheduleExpression"], schedule["ScheduleExpressionTimezone"])
            for schedule in (PLAIN.properties("Schedule"), CHANGED.properties("Schedule"))
        ]
        self.assertEqual(found, [("cron(0 7 ? * MON-FRI *)", "Etc/UTC"), ("cron(30 8 ? * MON *)", "Europe/Berlin")])

    def test_the_schedule_sends_a_list_of_sources(self):
        target = PLAIN.properties("Schedule")["Target"]
        self.assertEqual(json.loads(target["Input"]), {"sources": ["in/team/sprint.json"], "options": {}})
        self.assertEqual(PLAIN.resolve(target["Arn"]), "RenderLambdaFunction.Arn")
        self.assertEqual(PLAIN.resolve(target["RoleArn"]), "ScheduleRole.Arn")


class Stages(unittest.TestCase):
    # The property with the name of a resource. A resource without it gets a name from AWS.
    NAMES = {
        "AWS::S3::Bucket": "BucketName",
        "AWS::Lambda::Function": "FunctionName",
        "AWS::Logs::LogGroup": "LogGroupName",
        "AWS::SQS::Queue": "QueueName",
        "AWS::IAM::Role": "RoleName",
        "AWS::Scheduler::Schedule": "Name",
    }

    def resource_names(self, template):
        return {
            name: template.resolve(properties[key])
            for kind, key in self.NAMES.items()
            for name, properties in template.resources_of_type(kind).items() if key in properties
        }

    def test_two_stages_share_no_name(self):
        plain, changed = self.resource_names(PLAIN), self.resource_names(CHANGED)
        self.assertEqual(set(plain), {"Bucket", "Queue", "DeadLetterQueue", "RenderLambdaFunction", "RenderLogGroup"})
        self.assertEqual(set(plain), set(changed))
        self.assertFalse(set(plain.values()) & set(changed.values()))

    def test_two_regions_share_no_bucket(self):
        other = package_service("--region", "ap-southeast-1")
        self.assertEqual(other.region, "ap-southeast-1")
        self.assertEqual(self.resource_names(other)["Bucket"], f"emberline-dev-{ACCOUNT}-ap-southeast-1")

    def test_the_stack_has_its_outputs(self):
        found = {name: PLAIN.resolve(output["Value"]) for name, output in PLAIN.outputs.items()}
        self.assertEqual(found["BucketName"], "Bucket")
        self.assertEqual(found["QueueUrl"], "Queue")
        self.assertEqual(found["DeadLetterQueueUrl"], "DeadLetterQueue")
        self.assertEqual(found["RenderLambdaFunctionUrl"], "RenderLambdaFunctionUrl.FunctionUrl")


class Tools(unittest.TestCase):
    def test_cfn_lint_finds_nothing(self):
        for template in (PLAIN, CHANGED):
            # W3005 is ignored, because osls itself adds the role of the function to DependsOn.
            command = [os.environ["CFN_LINT"], "--ignore-checks", "W3005", "--template", str(template.path)]
            done = subprocess.run(command, text=True, capture_output=True)
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_a_misspelt_parameter_value_is_refused(self):
        for parameter, place in (
            ("schedule=yes", "Schedule.Properties.State"),
            ("urlAuth=iam", "functions.render.url"),
            ("functions=on", "EMBERLINE_FUNCTIONS"),
        ):
            done = run_osls("package", "--package", "refused", f"--param={parameter}")
            self.assertNotEqual(done.returncode, 0)
            self.assertIn(place, done.stdout)

    def test_the_lock_file_pins_versions_and_names_no_registry(self):
        wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]
        packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
        self.assertEqual(packages[""]["devDependencies"], wanted)
        for name, version in wanted.items():
            self.assertRegex(version, r"^\d+\.\d+\.\d+$")
            self.assertEqual(packages[f"node_modules/{name}"]["version"], version)
        for path, item in packages.items():
            self.assertTrue(path == "" or item["integrity"].startswith("sha512-"), path)
            self.assertNotIn("resolved", item, path)


if __name__ == "__main__":
    unittest.main()
