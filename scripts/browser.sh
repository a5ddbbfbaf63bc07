# Sourced by ./check: sees to the browser and the Japanese type that the console's tests look at pages with.

chromium_places=(/usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome)
browser_packages=(chromium fonts-noto-cjk)

has_browser() {
    [[ -z ${TSUNAGI_CHROMIUM:-} ]] || return 0
    local place
    for place in "${chromium_places[@]}"; do
        [[ ! -x $place ]] || return 0
    done
    return 1
}

has_japanese_type() {
    ! command -v fc-list >/dev/null || [[ -n $(fc-list :lang=ja file 2>/dev/null | head -n 1) ]]
}

# install_browser LOG: by the machine's package manager, if it lets us; otherwise says what to do.
install_browser() {
    local log=$1 run=()
    mkdir -p "$(dirname "$log")"
    if has_browser && has_japanese_type; then
        return 0
    fi
    if command -v apt-get >/dev/null; then
        ((EUID == 0)) || run=(sudo -n)
        if DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get update >"$log" 2>&1 </dev/null \
            && DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y --no-install-recommends "${browser_packages[@]}" >>"$log" 2>&1 </dev/null; then
            return 0
        fi
    fi
    echo "The console's tests need Chromium and a Japanese font, and they could not be installed (see $log)." >&2
    echo "Install them (on Debian: apt-get install ${browser_packages[*]}), or name a browser in TSUNAGI_CHROMIUM." >&2
    return 1
}
