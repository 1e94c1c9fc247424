import ArgumentParser

/// The help on the query language: `mucluc help query`, or `mucluc query`.
struct QueryHelp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "How to ask: the query language.",
    discussion: """
      Any query is searched for: what cannot be understood is taken as words, with a
      warning. Special characters count in these places only: - and = before a word,
      * after it, : after the name of a field.

        vinh phuc            all words, in any spelling; the syllables of a word
                             stand side by side (unless --words off)
        Vĩnh Phúc            spelt so, if any article has all words so
        "chuyển đổi số"      these words in this order
        lúa OR ngô           any of them (or lúa|ngô); OR binds its neighbours only:
                             giá lúa OR ngô  is  giá (lúa OR ngô)
        (…)                  a group
        -lúa  -"giá lúa"     not this word, phrase or group: also -(lúa OR ngô),
                             -author:An, NOT lúa
        covid-19  30/4  5G   what is typed together stands together
        kinh*                words that begin with these letters, two at least
        =bán  ="bán đất"     spelt as typed (for all words: --accents require)

        title:lúa            in the title; several words: title:"lúa gạo" (in any
                             order) or title:(lúa OR ngô)
        author:"Hoài An"     whose author has these words in the name
        section:"kinh tế"    the section of that name, else those whose name has it
        source:"Giao thông"  the publication, likewise
        number:45/2019/QĐ-UBND  the state document of that number, or part of it
        url:bao.example/tin  from that host and folder

        date:2020            published in that year; also date:6/2020 date:2020-06
                             date:8/6/2020 date:2020-06-08
        date:2020-01..2020-06   from the first to the last, both included; one may
                             be missing: date:2020..
        after:6/2020         from its first day on (1 June included)
        before:6/2020        before its first day (31 May is the last)

      Dates in words, with or without accents, Vietnamese and English: hôm nay, hôm
      qua, tuần này, tuần trước, tháng trước, năm ngoái, tháng 6 năm 2020, tháng sáu,
      quý 2/2020, 6 tháng đầu năm 2020, 7 ngày qua, 3 tuần trước, today, yesterday,
      last week, this month, June 2020, last 7 days, 2 months ago, cuối năm 2020,
      đầu tháng 6, từ 1/6/2020 đến 8/6/2020. Weeks begin on Monday. What names no
      year is the last one that has begun.

      The answer is the strictest reading that any article satisfies: words as
      typed, words in any spelling, syllables anywhere, best match. It is what is
      counted; if it does not fill the page, looser readings follow below a line.
      Quotation marks, =, fields, dates and exclusions are never given up.

        mucluc search 'date:tuần trước lũ lụt -"sạt lở"'
        mucluc search 'title:(cầu OR phà) author:"Minh Đức" after:2019'

      Words beyond the first 200 and parentheses deeper than 32 are left out, with
      a warning. mucluc explain QUERY shows how a query is understood.
      """
  )

  func run() throws {
    throw CleanExit.helpRequest(self)
  }
}
