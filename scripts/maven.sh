# Sourced by ./check and ./tsunagi, which set home: runs the project's Maven, keeping its words in a log, and picks out what matters.

# run_maven LOG ARGUMENT... prints all it says and keeps it in LOG.
run_maven() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$home/mvnw" -f "$home/pom.xml" -B -Dstyle.color=never "$@" </dev/null 2>&1 | tee "$log"
}

# Prints the warnings and errors in LOG, failed tests with all they say, without the advice Maven adds to each failure.
print_troubles() {
    awk '/^\[ERROR\] (Failures|Errors): *$/ { tests = 1 }
        /^\[[A-Z]+\] Tests run:/ { tests = 0; next }
        tests { if (NF > 1) print; next }
        /^\[ERROR\] *($|\[Help|-> \[Help|To see the full|Re-run Maven|For more information|After correcting|  mvn <args>)/ { next }
        /^\[ERROR\] See / { next }
        /^\[WARNING\] Overwriting .*\/target\/lib\// { next }
        /^(\[WARNING\]|\[ERROR\]|mvnw:)/' "$1"
}
