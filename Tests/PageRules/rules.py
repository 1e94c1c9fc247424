#!/usr/bin/env python3
"""What each rule of the page reader is worth: rules.py PAGES [--scores] [RULE...]

PAGES is a folder, or an archive of one, with `gold.jsonl` and a folder of pages for each set that it names.
A copy of the sources is made in `.build-rules`, in which each rule can be switched off (`switches.py`) and
which has a program that reads pages and prints them as JSON (`main.swift`). The reader in the library has no
switches. Prints the table of Pages.md; `--scores` prints only the scores with all rules, a line for each set.
"""
import argparse, collections, json, os, re, statistics, subprocess, sys, tarfile, unicodedata

sys.dont_write_bytecode = True
import switches

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, '../..'))
COPY = os.path.join(ROOT, '.build-rules')
TARGET = '''
package.targets.append(
  .executableTarget(
    name: "page-rules", dependencies: ["ArticleReading"], path: "Tests/PageRules",
    exclude: ["rules.py", "switches.py"]))
'''


def copy_sources():
    """Copies what changed, so that a second build is a short one."""
    files = subprocess.run(['git', 'ls-files', '-co', '--exclude-standard'], cwd=ROOT, capture_output=True, text=True)
    for name in files.stdout.split('\n'):
        source, copy = os.path.join(ROOT, name), os.path.join(COPY, name)
        if not re.match(r'(Sources|Tests)/|Package.swift$', name) or not os.path.exists(source): continue
        text = open(source, 'rb').read()
        if name == 'Package.swift': text += TARGET.encode()
        write(copy, switches.switchable(name, text))
    write(os.path.join(COPY, switches.FILE), switches.declaration().encode())


def write(name, content):
    if os.path.exists(name) and open(name, 'rb').read() == content: return
    os.makedirs(os.path.dirname(name), exist_ok=True)
    open(name, 'wb').write(content)


def build():
    copy_sources()
    subprocess.run(['swift', 'build', '-c', 'release', '--product', 'page-rules'], cwd=COPY, check=True, stdout=sys.stderr)
    return os.path.join(COPY, '.build/release/page-rules')


def pages(name):
    if os.path.isdir(name): return name
    folder = os.path.join(COPY, 'pages')
    if not os.path.exists(folder):
        with tarfile.open(name) as archive: archive.extractall(folder)
    return folder


def words(text): return re.findall(r'\w+', unicodedata.normalize('NFC', text or '').lower())


def f1(gold, found):
    common = sum((gold & found).values())
    return 2 * common / (sum(gold.values()) + sum(found.values())) if common else 0


class Measure:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.gold = [json.loads(line) for line in open(os.path.join(folder, 'gold.jsonl'))]
        self.bodies = [[collections.Counter(words(body)) for body in page['body'] or []] for page in self.gold]

    def scores(self, without=''):
        """By set: unread pages, mean F1, dates found, dates known."""
        paths = ''.join(f"{self.folder}/{page['set']}/{page['page']}\n" for page in self.gold)
        run = subprocess.run([self.program], input=paths, capture_output=True, text=True, check=True,
                             env=dict(os.environ, MUCLUC_WITHOUT=without))
        sets = {}
        for page, bodies, line in zip(self.gold, self.bodies, run.stdout.splitlines()):
            found = json.loads(line)
            score = sets.setdefault(page['set'], {'unread': 0, 'f1': [], 'right': 0, 'dates': 0})
            score['unread'] += 'error' in found
            if bodies:
                text = collections.Counter(words(found.get('text')))
                score['f1'].append(max(f1(body, text) for body in bodies))
            if page['date']:
                score['dates'] += 1
                score['right'] += (found.get('date') or '')[:10] == page['date']
        return sets


def line(scores):
    """Mean F1 of the sets that have texts, and the dates found in all."""
    means = [statistics.mean(scores[name]['f1']) for name in ('fundus', 'scrapinghub', 'readability')]
    return *means, sum(score['right'] for score in scores.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('pages')
    parser.add_argument('rules', nargs='*')
    parser.add_argument('--scores', action='store_true')
    options = parser.parse_args()
    measure = Measure(build(), pages(options.pages))
    all_rules = measure.scores()
    for name, score in all_rules.items():
        mean = f"{statistics.mean(score['f1']):.4f}" if score['f1'] else '-'
        print(f"{name:12} unread {score['unread']:3}  F1 {mean:6}  dates {score['right']}/{score['dates']}", flush=True)
    if options.scores: return
    print('\n| without | fundus | scrapinghub | readability | dates |\n|---|---|---|---|---|')
    base = line(all_rules)
    for rule, meaning in switches.RULES.items():
        if options.rules and rule not in options.rules: continue
        change = [a - b for a, b in zip(line(measure.scores(rule)), base)]
        print(f'| {meaning} |', ' | '.join([f'{value:+.4f}' for value in change[:3]] + [f'{change[3]:+d}']), '|', flush=True)


main()
