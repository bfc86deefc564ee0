# A Java 17 runtime for an image on nothing else, of what this machine has. Sourced, not run; needs bash.

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

need() {
  command -v "$1" > /dev/null || fail "there is no $1 on this machine: install it (Debian: apt-get install $2)"
}

# Shows what a command prints only if it fails.
quietly() {
  "$@" > "$work/log" 2>&1 || fail "'$*' failed: $(tail -n 3 "$work/log")"
}

# The JDK's directory: JAVA_HOME, or where javac comes from.
jdk() {
  local home=${JAVA_HOME:-}
  if [[ -z $home || ! -x $home/bin/jlink ]]; then
    need jlink openjdk-17-jdk-headless
    home=$(dirname "$(dirname "$(readlink -f "$(command -v jlink)")")")
  fi
  [[ $("$home/bin/jlink" --version) == 17* ]] \
    || fail "the JDK in $home is not version 17: set JAVA_HOME to one that is (Debian: apt-get install openjdk-17-jdk-headless)"
  [[ -f $home/jmods/java.base.jmod ]] \
    || fail "the JDK in $home has no jmods: install a whole one (Debian: apt-get install openjdk-17-jdk-headless)"
  echo "$home"
}

# The path of a BusyBox that needs no libraries.
static_busybox() {
  local busybox
  need busybox busybox-static
  busybox=$(command -v busybox)
  if ldd "$busybox" > /dev/null 2>&1; then
    fail "$busybox is not a static one: install busybox-static (Debian: apt-get install busybox-static)"
  fi
  echo "$busybox"
}

# Copies a file, links followed, to the same place under the new root.
take() {
  mkdir -p "$2$(dirname "$1")"
  cp -L "$1" "$2$1"
}

libraries() {
  find "$1/opt/java" -type f \( -name '*.so' -o -path '*/bin/*' \) -exec ldd {} + 2> /dev/null \
    | grep -oE '(=> )?/[^ ]+ \(0x' | sed -E 's/^=> //; s/ \(0x$//' | grep -v "^$1" | sort -u
}

# fill ROOT MODULES [OPTION OF JLINK]: the runtime in /opt/java, its libraries, a shell, and a user 'app' with the id 1000
fill() {
  local root=$1 modules=$2 library applet
  shift 2
  mkdir -p "$root"/{bin,etc,opt,tmp,proc,home/app}
  "$home/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 \
    "$@" --output "$root/opt/java" > /dev/null
  libraries "$root" | while read -r library; do take "$library" "$root"; done
  # what glibc before 2.34 loads by name to look hosts up
  for library in /lib/*-linux-gnu/libnss_{files,dns}.so.2 /lib/*-linux-gnu/libresolv.so.2; do
    if [[ -e $library ]]; then take "$library" "$root"; fi
  done
  cp "$busybox" "$root/bin/busybox"
  for applet in $("$busybox" --list); do
    if [[ $applet != busybox ]]; then ln -s busybox "$root/bin/$applet"; fi
  done
  echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
  printf 'root:x:0:0::/:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n' > "$root/etc/passwd"
  printf 'root:x:0:\napp:x:1000:\n' > "$root/etc/group"
  chmod 1777 "$root/tmp"
  chown 1000:1000 "$root/home/app" 2> /dev/null || true
}
