# The articles that the scripts here work on; sourced. Sets $number, how many there are.
#
# make_articles FOLDER TIMES: every sample so many times over, each with a line of its own.
make_articles() {
  number=0
  for round in $(seq 1 "$2"); do
    for file in Samples/Articles/*/*/*.txt; do
      number=$((number + 1))
      { head -n 1 "$file"; echo; tail -n +2 "$file"; echo "Bản $number."; } >"$1/$number.txt"
    done
  done
}
# How many articles the index holds.
articles_indexed() { "$mucluc" status --json | sed 's/.*"articles":\([0-9]*\).*/\1/'; }
