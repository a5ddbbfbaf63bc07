# Sourced by ./check and ./tsunagi: finds a Java that fits (sets java_program and java_version) and sees to UTF-8.

java_needed=17

no_java() {
    echo "$1 Tsunagi needs a JDK, version $java_needed or newer; put it on the PATH or set JAVA_HOME." >&2
    exit 1
}

# Reads the version from the file a JDK carries, since starting Java only to ask costs more than some commands.
find_java() {
    if [[ -n ${JAVA_HOME:-} ]]; then
        java_program=$JAVA_HOME/bin/java
        [[ -x $java_program ]] || no_java "JAVA_HOME is set to $JAVA_HOME, but there is no Java."
    else
        java_program=$(command -v java) || no_java "There is no Java here."
    fi
    local home release
    home=$(dirname "$(dirname "$(follow_links "$java_program")")")
    release=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$home/release" 2>/dev/null || true)
    if [[ -z $release ]]; then
        release=$("$java_program" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    java_version=${release%%[.+-]*}
    [[ $java_version =~ ^[0-9]+$ ]] && ((java_version >= java_needed)) \
        || no_java "The Java found ($java_program) is version ${release:-unknown}."
}

follow_links() {
    local file=$1 target
    while [[ -L $file ]]; do
        target=$(readlink "$file")
        [[ $target == /* ]] || target=$(dirname "$file")/$target
        file=$target
    done
    echo "$(cd "$(dirname "$file")" && pwd -P)/$(basename "$file")"
}

# Java reads its arguments and names files in the locale's encoding; in the bare "C" locale Japanese would be lost.
speak_utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]*8*) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}
