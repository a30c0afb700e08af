#!/usr/bin/env bash
# Shows the built site in a WordPress of Debian's packages that lives in a temporary folder and goes when the run ends:
# `e2e/wordpress/run.sh [DIST] [--engine NAME[,NAME]] [--case ID[,ID]]`. Installs nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

packages=(wordpress wordpress-theme-twentytwentythree php-cli php-mysql php-curl php-xml php-mbstring mariadb-server)
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
if ((${#missing[@]} > 0)); then
  echo "these packages are missing: ${missing[*]}" >&2
  echo "apt-get install -y --no-install-recommends ${missing[*]}" >&2
  exit 2
fi

folder=$(mktemp -d)
running=()
clean() {
  for pid in "${running[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$folder"
}
trap clean EXIT
trap 'exit 130' INT TERM

# Waits until a command succeeds; fails with what a server has said when it is gone.
until_answers() {
  local pid=$1 log=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "$pid" 2>/dev/null; then
      cat "$log" >&2
      exit 1
    fi
    sleep 0.2
  done
}

# The database: files and socket of its own, no port.
mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/data" \
  --auth-root-authentication-method=normal --skip-test-db >"$folder/install.log" 2>&1 || { cat "$folder/install.log" >&2; exit 1; }
mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/data" --socket="$folder/db.sock" --pid-file="$folder/db.pid" \
  --skip-networking >"$folder/database.log" 2>&1 &
running+=($!)
client=(mariadb --no-defaults --user=root --socket="$folder/db.sock")
until_answers $! "$folder/database.log" "${client[@]}" -e 'select 1'
"${client[@]}" -e 'create database wordpress character set utf8mb4'

# WordPress: the package's files, without its configuration.
cp -rL /usr/share/wordpress "$folder/wordpress"
mkdir -p "$folder/wordpress/wp-content/mu-plugins"
cp e2e/wordpress/loopback.php "$folder/wordpress/wp-content/mu-plugins/"
port=$(node --input-type=module -e "import { freePort } from './e2e/matrix/engines/webdriver.mjs'; console.log(await freePort())")
cat >"$folder/wordpress/wp-config.php" <<END
<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:$folder/db.sock' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', 'http://localhost:$port' );
define( 'WP_SITEURL', WP_HOME );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
\$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
END
php -S "127.0.0.1:$port" -t "$folder/wordpress" e2e/wordpress/router.php >"$folder/wordpress.log" 2>&1 &
running+=($!)
until_answers $! "$folder/wordpress.log" php -r 'exit( (int) ! @file_get_contents( $argv[1] ) );' "http://127.0.0.1:$port/readme.html"

WORDPRESS="$folder/wordpress" node e2e/wordpress/check.mjs "$@"
