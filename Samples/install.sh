# What a build of mucluc needs besides Swift; for what, see Libraries in the architecture article.
build_packages="libxapian-dev libxxhash-dev libxml2-dev libarchive-dev libcsv-dev libsimdjson-dev
  libzstd-dev pkgconf"

# Installs those of the Debian packages named as arguments that are missing; sourced by other scripts.
# As root, or with sudo where sudo needs no password or there is a terminal to type one on.
install_packages() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "These packages are needed, and there is no apt-get to install them:$missing" >&2
    return 1
  fi
  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root=sudo
  else
    echo "These packages are needed; install them as root, then run this again:" >&2
    echo "  apt-get install$missing" >&2
    return 1
  fi
  echo "Installing:$missing"
  # An old list of packages may name files that are gone, so it is fetched again.
  $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -qq -y --no-install-recommends $missing >/dev/null
}
