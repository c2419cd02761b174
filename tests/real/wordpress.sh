#!/usr/bin/env bash
# A real shop window: Debian's WordPress behind Apache with MariaDB, scanned over HTTP. Its exact version must be found.
# Runs from a temporary folder, on loopback, as its own processes; needs Debian, and root only to install packages.
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=(wordpress wordpress-theme-twentytwentythree apache2 libapache2-mod-php php-cli mariadb-server-core mariadb-client curl)
source=/usr/share/wordpress
root=$(mktemp -d "${TMPDIR:-/tmp}/patchproof-wordpress.XXXXXX")
policy=/usr/sbin/policy-rc.d
socket=$root/mariadb.sock
own_policy=
pids=()

function fail() {
  echo "wordpress.sh: $1" >&2
  exit 1
}

# Both servers run in the foreground as children, so that ending them is ending these two.
function clean_up() {
  status=$?
  trap - EXIT
  if [ ${#pids[@]} -gt 0 ]; then
    kill "${pids[@]}" 2>/dev/null || true
    wait "${pids[@]}" || true
  fi
  if [ "$own_policy" ]; then rm -f $policy; fi
  if grep -lsF -- "$root" /proc/[0-9]*/cmdline; then
    echo 'wordpress.sh: the processes above are still running' >&2
    status=1
  elif [ "$status" -ne 0 ]; then
    tail -n 20 "$root"/*.log >&2 || true
  fi
  rm -rf "$root"
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

function install_packages() {
  dpkg-query -W -f '${db:Status-Status}\n' "${packages[@]}" 2>/dev/null | grep -c '^installed$' | grep -qx ${#packages[@]} && return
  [ "$(id -u)" -eq 0 ] || fail "needs root to install: ${packages[*]}"
  # Installing must not start Debian's own services.
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod +x $policy
    own_policy=1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "${packages[@]}" >"$root/apt.log" 2>&1 || {
    apt-get update >"$root/apt.log" 2>&1
    apt-get install -y --no-install-recommends "${packages[@]}" >"$root/apt.log" 2>&1
  }
}

function wait_until() {
  for _ in $(seq 150); do
    if "${@:2}" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  fail "$1 did not start within 30 seconds"
}

function start_mariadb() {
  mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$root/mariadb" --auth-root-authentication-method=normal \
    --skip-test-db >"$root/mariadb.log" 2>&1
  mariadbd --no-defaults --user="$(id -un)" --datadir="$root/mariadb" --socket="$socket" --pid-file="$root/mariadb.pid" \
    --skip-networking >>"$root/mariadb.log" 2>&1 &
  pids+=($!)
  wait_until MariaDB mariadb-admin --no-defaults --user=root --socket="$socket" ping
  mariadb --no-defaults --user=root --socket="$socket" \
    -e "CREATE DATABASE shop; CREATE USER shop@localhost IDENTIFIED BY 'shop'; GRANT ALL ON shop.* TO shop@localhost"
}

# Debian's own wp-config.php reads /etc/wordpress: a copy with a config of its own leaves that alone.
function copy_wordpress() {
  cp -rL "$source" "$root/web"
  cat >"$root/web/wp-config.php" <<PHP
<?php
define('DB_NAME', 'shop');
define('DB_USER', 'shop');
define('DB_PASSWORD', 'shop');
define('DB_HOST', 'localhost:$socket');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
  install -m 666 /dev/null "$root/web/.htaccess"
  chmod 755 "$root"
}

function start_apache() {
  local modules=/usr/lib/apache2/modules
  local php
  php=$(echo $modules/libphp*.so)
  {
    for module in mpm_prefork authz_core dir mime filter deflate rewrite; do
      echo "LoadModule ${module}_module $modules/mod_$module.so"
    done
    cat <<CONF
LoadModule php_module $php
ServerName 127.0.0.1
Listen 127.0.0.1:$port
PidFile $root/apache.pid
Mutex file:$root
ErrorLog $root/apache.log
TypesConfig /etc/mime.types
DocumentRoot $root/web
DirectoryIndex index.php index.html
AddOutputFilterByType DEFLATE text/html text/css application/javascript text/javascript
User www-data
Group www-data
<Directory $root/web>
  Options FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
<FilesMatch "\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
CONF
  } >"$root/apache.conf"
  # Apache ends its whole process group, so it gets one of its own.
  setsid apache2 -f "$root/apache.conf" -DFOREGROUND >"$root/apache-start.log" 2>&1 &
  pids+=($!)
  wait_until Apache curl -fsS "$url/readme.html"
}

# The form that a newcomer fills in.
function install_wordpress() {
  local password=$RANDOM-$RANDOM
  curl -fsS "$url/wp-admin/install.php?step=2" -o "$root/installed.html" \
    -d weblog_title='Corner of the World' -d user_name=owner -d admin_email=owner@shop.example -d blog_public=1 \
    -d admin_password="$password" -d admin_password2="$password" -d pw_weak=on
  grep -q 'Success!' "$root/installed.html" || fail "the installer did not finish: $(head -c 2000 "$root/installed.html")"
}

function scan() {
  cat >"$root/sites.yaml" <<YAML
title: A real WordPress
url: https://patchproof.example/
contact: owner@shop.example
sites:
  - id: wordpress
    name: Corner of the World
    url: $url/
    allowPrivate: true
YAML
  npm run -s scan -- --config "$root/sites.yaml" --data "$root/data" --offline --json >"$root/scan.json"
}

function expect_version() {
  node -e '
    const [, report, expected] = process.argv;
    const { sites } = JSON.parse(require("fs").readFileSync(report, "utf8"));
    const found = sites.flatMap((site) => site.identification.components).map(({ product, versions }) => ({ product, versions }));
    require("assert").deepStrictEqual(found, [{ product: "wordpress", versions: [expected] }]);
  ' "$root/scan.json" "$1"
}

install_packages
version=$(php -r 'require $argv[1]; echo $wp_version;' $source/wp-includes/version.php)
port=$(node -e 's = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
url=http://127.0.0.1:$port
start_mariadb
copy_wordpress
start_apache
install_wordpress
scan || fail "the scan ended with $?"
expect_version "$version" || fail "the scan did not find WordPress $version"
echo "WordPress $version was found over HTTP."
