# What the scripts here share; sourced, from the root of the repository. Sets $mucluc to the release build,
# or to the program that MUCLUC names.
mucluc=$(realpath "${MUCLUC:-$(swift build -c release --show-bin-path)/mucluc}")

# Makes articles to work on: every sample $2 times over, in the folder $1, each with a line of its own. Sets
# $number to how many there are.
make_articles() {
  number=0
  for round in $(seq 1 "$2"); do
    for file in Samples/Articles/*/*/*.txt; do
      number=$((number + 1))
      { head -n 1 "$file"; echo; tail -n +2 "$file"; echo "Bản $number."; } >"$1/$number.txt"
    done
  done
}

# Prints how many articles the index holds.
articles_indexed() { "$mucluc" status --json | sed 's/.*"articles":\([0-9]*\).*/\1/'; }

# Sets the array $command to what $operation means for the folder $articles.
command_of_operation() {
  case $operation in
  rebuild | swap) command=("$mucluc" index --quiet --rebuild "$articles") ;;
  compact) command=("$mucluc" compact) ;;
  *) command=("$mucluc" index --quiet "$articles") ;;
  esac
}

# Runs $operation; the arguments are options of the command.
run() {
  command_of_operation
  "${command[@]}" "$@"
}

# Builds the library that makes system calls fail, wait or kill, in the folder $1. Needs a C compiler.
build_failing_disk() {
  cc -shared -fPIC -O1 -o "$1/failing-disk.so" Tests/Reliability/failing-disk.c -ldl
}
