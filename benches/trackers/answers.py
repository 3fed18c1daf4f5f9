"""Writes an answer of each tracker with EVENTS events. Azure DevOps has as many rows instead, and Linear as many figures.

    answers.py FOLDER [EVENTS]
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

START = datetime(2024, 4, 8, 9, tzinfo=timezone.utc)
DAYS = 12


def instants(count):
    """Returns `count` instants of the sprint, in order."""
    step = timedelta(days=DAYS) / max(count, 1)
    return [START + step * n for n in range(count)]


def format_instant(at):
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}"


def person(n):
    """Returns the description of a user, which is a large part of real answers."""
    name = f"Person {n % 40}"
    return {"accountId": f"5b10a2844c20165700ede{n % 40:03}", "displayName": name, "active": True, "timeZone": "Europe/Warsaw"}


def jira_answer(count):
    per_issue = 20
    sprint = {"id": 3, "name": "Sprint 3", "state": "closed", "boardId": 2, "startDate": format_instant(START) + "Z",
              "endDate": format_instant(START + timedelta(days=DAYS - 1)) + "Z", "completeDate": format_instant(START + timedelta(days=DAYS)) + "Z"}
    states = [("1", "To Do", "new"), ("3", "In Progress", "indeterminate"), ("5", "Done", "done")]

    def status(n):
        number, name, category = states[n % 3]
        return {"id": number, "name": name, "statusCategory": {"key": category}}

    def change(n):
        if n == 0:
            return {"field": "Sprint", "fieldId": "customfield_10020", "from": "", "fromString": "", "to": "3", "toString": "Sprint 3"}
        if n % 3 == 0:
            return {"field": "Story Points", "fieldId": "customfield_10036", "from": None, "fromString": str(n % 8 + 1), "to": None,
                    "toString": str((n + 3) % 8 + 1)}
        (was, was_name, _), (now, now_name, _) = states[(n - 1) % 3], states[n % 3]
        return {"field": "status", "fieldId": "status", "from": was, "fromString": was_name, "to": now, "toString": now_name}

    issues = []
    for i in range(count // per_issue):
        histories = [
            {"id": str(i * per_issue + n), "author": person(n), "created": format_instant(at + timedelta(seconds=i)) + "+0000", "items": [change(n)]}
            for n, at in enumerate(instants(per_issue))
        ]
        fields = {"summary": f"Issue number {i}", "issuetype": {"name": "Story", "subtask": False}, "created": format_instant(START - timedelta(days=9)) + "+0000",
                  "status": status(per_issue - 1), "customfield_10036": float(i % 8 + 1), "customfield_10020": [sprint]}
        # Real instances have about a hundred fields, most of them null.
        fields.update({f"customfield_1{n:04}": None for n in range(100, 180)})
        issues.append({"id": str(i), "key": f"SP-{i}", "fields": fields,
                       "changelog": {"startAt": 0, "maxResults": 100, "total": per_issue, "histories": histories[::-1]}})
    names = {"customfield_10036": "Story Points", "customfield_10020": "Sprint"}
    return [{"startAt": 0, "total": len(issues), "issues": issues, "names": names}], []


def jira_burndown_answer(count):
    changes = {}
    per_issue = 20
    for n, at in enumerate(instants(count)):
        key = f"SP-{n % (count // per_issue)}"
        turn = n // (count // per_issue)
        change = {"added": True} if turn == 0 else {"statC": {"newValue": turn}} if turn % 3 == 0 else {"column": {"notDone": turn % 3 == 1}}
        changes.setdefault(str(int(at.timestamp() * 1000)), []).append({"key": key, **change})
    ms = lambda at: int(at.timestamp() * 1000)
    return [{"changes": changes, "startTime": ms(START), "endTime": ms(START + timedelta(days=DAYS - 1)),
             "completeTime": ms(START + timedelta(days=DAYS)), "now": ms(START + timedelta(days=DAYS)),
             "statisticField": {"typeId": "field", "renderer": "number"}, "workRateData": {"timezone": "Etc/GMT", "rates": []}}], ["--name", "Sprint 3"]


def github_answer(count):
    per_issue = 10
    issues = []
    for i in range(count // per_issue):
        kinds = ["milestoned"] + ["closed", "reopened"] * per_issue
        timeline = [{"id": i * per_issue + n, "actor": {"login": f"person-{n % 40}", "id": n % 40}, "event": kinds[n], "created_at": format_instant(at)[:19] + "Z",
                     **({"milestone": {"title": "v1"}} if n == 0 else {})} for n, at in enumerate(instants(per_issue))]
        issues.append({"number": i, "title": f"Issue number {i}", "created_at": "2024-04-01T09:00:00Z", "closed_at": format_instant(START + timedelta(days=DAYS - 1))[:19] + "Z",
                       "state": "closed", "user": {"login": f"person-{i % 40}"}, "milestone": {"title": "v1", "due_on": "2024-04-19T07:00:00Z"},
                       "labels": [{"name": f"points: {i % 8}"}], "url": f"https://api.github.com/repos/acme/shop/issues/{i}", "timeline": timeline})
    return [issues], ["--start", "2024-04-08", "--as-of", "2024-04-19"]


def gitlab_answer(count):
    per_issue = 10
    milestone = {"id": 61, "iid": 2, "title": "v1.2", "start_date": "2024-04-08", "due_date": "2024-04-19"}
    issues, events = [], []
    for i in range(count // per_issue):
        issues.append({"id": i, "iid": i, "project_id": 7, "title": f"Issue number {i}", "state": "opened", "created_at": "2024-04-01T09:00:00.000Z",
                       "closed_at": None, "labels": [], "milestone": milestone, "weight": i % 8, "author": person(i), "references": {"full": f"acme/shop#{i}"}})
        for n, at in enumerate(instants(per_issue)):
            about = {"milestone": milestone, "action": "add"} if n == 0 else {"weight": n} if n % 3 == 0 else {"state": "closed" if n % 3 == 1 else "reopened"}
            events.append({"id": i * per_issue + n, "user": person(n), "created_at": format_instant(at) + "Z", "resource_type": "Issue", "resource_id": i, **about})
    return [issues, events], []


def azure_answer(count):
    days = DAYS
    rows = [{"DateValue": f"2024-04-{8 + n % days:02}T00:00:00+02:00", "State": ["New", "Active", "Closed"][min(n % days // 4, 2)],
             "StateCategory": ["Proposed", "InProgress", "Completed"][min(n % days // 4, 2)], "WorkItemId": n // days, "StoryPoints": float(n // days % 8),
             "Iteration": {"IterationName": "Sprint 3", "IterationPath": "Shop\\Sprint 3", "StartDate": "2024-04-08T00:00:00+02:00", "EndDate": "2024-04-19T23:59:59+02:00"}}
            for n in range(count)]
    return [{"@odata.context": "https://analytics.dev.azure.com/acme/_odata/v4.0-preview/$metadata", "value": rows}], []


def linear_answer(count):
    figures = 25
    per_cycle = figures * 5
    cycles = []
    for n in range(max(count // per_cycle, 1)):
        first = START.replace(hour=0) + timedelta(days=14 * (n % 40))
        rise = lambda share: [float(day) * share for day in range(figures)]
        cycles.append({"number": n, "name": None, "startsAt": format_instant(first) + "Z", "endsAt": format_instant(first + timedelta(days=figures)) + "Z", "completedAt": None,
                       "scopeHistory": [40.0] * figures, "completedScopeHistory": rise(1), "inProgressScopeHistory": rise(0.5),
                       "issueCountHistory": [30] * figures, "completedIssueCountHistory": rise(1)})
    return [{"data": {"team": {"cycles": {"nodes": cycles}}}}], []


def trello_answer(count):
    per_card = 10
    lists = [{"id": f"l{n}", "name": name} for n, name in enumerate(["To Do", "Doing", "Done"])]
    actions = []
    for i in range(count // per_card):
        card = {"id": f"c{i}", "name": f"({i % 8}) Card number {i}", "idShort": i, "shortLink": f"x{i}"}
        for n, at in enumerate(instants(per_card)):
            board = {"id": "b", "name": "Shop", "shortLink": "shop"}
            data = {"board": board, "card": card, "list": lists[0]} if n == 0 else {
                "board": board, "card": card, "listBefore": lists[(n - 1) % 3], "listAfter": lists[n % 3], "old": {"idList": lists[(n - 1) % 3]["id"]}}
            actions.append({"id": f"a{i}-{n}", "type": "updateCard" if n else "createCard", "date": format_instant(at) + "Z", "data": data,
                            "memberCreator": {"id": "m", "fullName": "Person", "username": "person"}})
    return [actions[::-1]], ["--start", "2024-04-08", "--end", "2024-04-19"]


TRACKERS = {
    "jira": jira_answer, "jira burndown": jira_burndown_answer, "github": github_answer, "gitlab": gitlab_answer, "azure": azure_answer,
    "linear": linear_answer, "trello": trello_answer,
}


def main():
    folder = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    for name, make in TRACKERS.items():
        documents, flags = make(count)
        file = folder / f"{name.replace(' ', '-')}.json"
        file.write_text("\n".join(json.dumps(document) for document in documents))
        file.with_suffix(".args").write_text("\n".join(flags))


main()
