"""The switches that `rules.py` puts into its copy of the sources: by rule, what it says and where it is told."""

FOLDER = 'Sources/ArticleReading/'
FILE = FOLDER + 'Switches.swift'

RULES = {
    'pageClass': 'Classes of `html` and `body` say nothing',
    'mostOfText': 'A box with most of the text is no furniture',
    'captions': 'Captions follow only in a photo essay',
    'neighbours': 'Parts that stand apart are joined',
    'hidden': 'Hidden text is read where it is the article',
    'nearHeadline': 'Around the headline first',
    'foreign': 'Articles with a headline of their own stay out',
    'authorClass': 'A class that says what the page is makes no line an author',
    'teasers': 'Linked titles with a line are left out',
    'ideographs': 'Chinese and Japanese count characters',
    'shortLines': 'Short lines are read where there is no running text',
    'linkedText': 'Text given for machines where the page shows hardly any',
    'imprint': 'A site\'s licence is no text',
    'printed': 'Printed dates',
    'neighbouringDay': 'The day next to one in UTC',
    'foreignTime': 'Only Vietnamese pages have UTC moved',
    'below': 'Dates below the text',
    'address': 'Dates in addresses',
    'far': 'Dates further away',
    'scripts': 'Dates handed to scripts',
}

# File, rule, the text that is replaced and what replaces it; OFF is the switch.
PLACES = [
    ('HTML/PageCollector.swift', 'pageClass', 'hints = element == .body || element == .root ? []',
     'hints = !OFF && (element == .body || element == .root) ? []'),
    ('HTML/BodyFinder.swift', 'mostOfText', '    pardonMostOfText()\n', '    if !OFF { pardonMostOfText() }\n'),
    ('HTML/PageArticle.swift', 'captions', 'if isPhotoEssay(paragraphs)', 'if OFF || isPhotoEssay(paragraphs)'),
    ('HTML/BodyFinder.swift', 'neighbours', 'return withNeighbours(near', 'return OFF ? nearHeadline(best) : withNeighbours(near'),
    ('HTML/RunningText.swift', 'hidden', 'shown <= Self.teaser &&', '!OFF && shown <= Self.teaser &&'),
    ('HTML/BodyFinder.swift', 'nearHeadline', 'guard let saidTitle = saidTitles.min() else',
     'guard !OFF, let saidTitle = saidTitles.min() else'),
    ('HTML/BodyFinder.swift', 'foreign', '    return !saidTitles.isEmpty && it', '    return !OFF && !saidTitles.isEmpty && it'),
    ('HTML/ClassHints.swift', 'authorClass', 'return isContent ?', 'return isContent && !OFF ?'),
    ('HTML/BodyLines.swift', 'teasers', 'guard it.textBytes <= Self.maximumTeaser', 'guard !OFF, it.textBytes <= Self.maximumTeaser'),
    ('HTML/BlockShape.swift', 'ideographs', '    words += ideographs / 2\n', '    if !OFF { words += ideographs / 2 }\n'),
    ('HTML/RunningText.swift', 'shortLines', '{ measureShortLines() }', '{ if !OFF { measureShortLines() } }'),
    ('HTML/HTMLReader.swift', 'shortLines', 'found ?? shortLines(of: finder, data) else',
     'found ?? (OFF ? nil : shortLines(of: finder, data)) else'),
    ('HTML/HTMLReader.swift', 'linkedText', 'if let body = data.body, Self', 'if !OFF, let body = data.body, Self'),
    ('HTML/RunningText.swift', 'imprint', '    dropImprint()\n', '    if !OFF { dropImprint() }\n'),
    ('HTML/PageArticle.swift', 'printed', 'if let date = dates?.sure ?? ', 'if let date = (OFF ? nil : dates?.sure) ?? '),
    ('HTML/PageArticle.swift', 'neighbouringDay', 'guard !isVietnamese, PageDate.isUTC', 'guard !OFF, !isVietnamese, PageDate.isUTC'),
    ('HTML/PageArticle.swift', 'foreignTime', 'PageDate.parse($0, inVietnam: isVietnamese)',
     'PageDate.parse($0, inVietnam: OFF || isVietnamese)'),
    ('HTML/PageArticle.swift', 'below', 'dates?.besideText ??', '(OFF ? nil : dates?.besideText) ??'),
    ('HTML/PageArticle.swift', 'address', 'let address = [', 'let address = OFF ? nil : ['),
    ('HTML/PageArticle.swift', 'far', '?? dates?.far', '?? (OFF ? nil : dates?.far)'),
    ('HTML/HTMLReader.swift', 'scripts', 'if article.date == nil {', 'if !OFF, article.date == nil {'),
]


def switchable(name, content):
    """The content of a source file with the switches that belong in it."""
    for file, rule, text, replacement in PLACES:
        if name != FOLDER + file: continue
        if content.count(text.encode()) != 1:
            raise SystemExit(f'{name}: {rule} is told elsewhere now; see switches.py')
        content = content.replace(text.encode(), replacement.replace('OFF', f'Switches.off.{rule}').encode())
    return content


def declaration():
    lines = ''.join(f'  let {rule}: Bool\n' for rule in RULES)
    values = ''.join(f'    {rule} = rules.contains("{rule}")\n' for rule in RULES)
    return f'''import Foundation

struct Switches: Sendable {{
{lines}
  static let off = Switches(
    (ProcessInfo.processInfo.environment["MUCLUC_WITHOUT"] ?? "").split(separator: ","))

  init(_ rules: [Substring]) {{
{values}  }}
}}
'''
