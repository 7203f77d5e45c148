"""Counts for each operation of the descriptions with which statuses it was seen to answer, and whether with success."""

import json
import sys
import urllib.request

file, *services = sys.argv[1:]
operations = {}
for service in services:
    name, url = service.split("=", 1)
    with urllib.request.urlopen(url + "/v3/api-docs") as answer:
        for path, item in json.load(answer)["paths"].items():
            for method in item:
                operations[f"{name} {method.upper()} {path}"] = {}
with open(file, encoding="utf-8") as lines:
    for line in map(json.loads, lines):
        known = operations.setdefault(line["operation"], {})
        for status, count in line["statuses"].items():
            known[status] = known.get(status, 0) + count

failing = [name for name, statuses in operations.items() if any(status >= "500" for status in statuses if status != "503")]
without = [name for name, statuses in operations.items() if not any(status.startswith("2") for status in statuses)]
for name, statuses in sorted(operations.items()):
    print(name, " ".join(f"{status}×{count}" for status, count in sorted(statuses.items())) or "never asked")
share = 100 * (len(operations) - len(without)) / len(operations)
print(f"2xx on {len(operations) - len(without)} of {len(operations)} operations: {share:.1f} %")
print("without:", ", ".join(sorted(without)) or "none")
print("5xx:", ", ".join(sorted(failing)) or "none")
sys.exit(0 if share >= 90 and not failing else 1)
