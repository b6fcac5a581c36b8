#!/bin/sh
# Starts nginx in the foreground, with the built app and Coder's API behind it. Entry point of the image; the journeys run
# through it too. docs/hosting.md explains the variables.
set -eu

fail() {
  echo "$1" >&2
  exit 2
}

: "${CODER_URL:=}" "${BASE_PATH:=/}" "${API_PATH:=/api}" "${LISTEN:=8080}" "${WEB_ROOT:=/srv/www}"
: "${RUN_DIR:=/tmp/nginx}" "${ACCESS_LOG:=/dev/stdout}" "${ERROR_LOG:=stderr}" "${NGINX_BIN:=nginx}"
: "${CA_FILE:=/etc/ssl/certs/ca-certificates.crt}" "${RESOLVERS:=}"
: "${NGINX_USER:=www-data}" "${BROTLI_MODULE:=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so}"

CODER_URL=${CODER_URL%/}
# Names, ports and paths: nothing that nginx or sed would read as anything else.
echo "$CODER_URL" | grep -Eqx 'https?://[A-Za-z0-9.-]+(:[0-9]+)?' ||
  fail "CODER_URL must be the address of a Coder deployment, such as https://coder.example.com, without a path; it is \"$CODER_URL\"."
echo "$BASE_PATH" | grep -Eqx '/([A-Za-z0-9_-]+/)*' ||
  fail "BASE_PATH must begin and end with a slash, such as /idp-sync/; it is \"$BASE_PATH\"."
echo "$API_PATH" | grep -Eqx '(/[A-Za-z0-9_-]+)+' ||
  fail "API_PATH must begin with a slash and not end with one, such as /idp-sync/api; it is \"$API_PATH\"."
echo "$LISTEN" | grep -Eqx '([A-Za-z0-9.:-]+:|\[[0-9a-f:]+\]:)?[0-9]+' ||
  fail "LISTEN must be a port, or an address and a port; it is \"$LISTEN\"."
[ -f "$WEB_ROOT${BASE_PATH}index.html" ] ||
  fail "There is no $WEB_ROOT${BASE_PATH}index.html: the build belongs there."
[ -r "$CA_FILE" ] || fail "CA_FILE must name a file with certificates; $CA_FILE can't be read."

if [ -z "$RESOLVERS" ] && [ -r /etc/resolv.conf ]; then
  RESOLVERS=$(awk '$1 == "nameserver" { printf "%s ", ($2 ~ /:/ ? "[" $2 "]" : $2) }' /etc/resolv.conf)
fi

if [ -f "$BROTLI_MODULE" ]; then
  load_brotli="load_module $BROTLI_MODULE;" brotli_static="brotli_static on;"
else
  load_brotli="" brotli_static=""
fi

# Only root can hand over to another account.
if [ "$(id -u)" -eq 0 ]; then user="user $NGINX_USER;"; else user=""; fi

here=$(cd "$(dirname "$0")/nginx" && pwd)
mkdir -p "$RUN_DIR"
sed -e "s|@CODER_URL@|$CODER_URL|g" -e "s|@BASE_PATH@|$BASE_PATH|g" -e "s|@API_PATH@|$API_PATH|g" \
  -e "s|@LISTEN@|$LISTEN|g" -e "s|@WEB_ROOT@|$WEB_ROOT|g" -e "s|@RUN_DIR@|$RUN_DIR|g" -e "s|@CA_FILE@|$CA_FILE|g" \
  -e "s|@ACCESS_LOG@|$ACCESS_LOG|g" -e "s|@ERROR_LOG@|$ERROR_LOG|g" -e "s|@RESOLVERS@|${RESOLVERS:-127.0.0.1}|g" \
  -e "s|@LOAD_BROTLI@|$load_brotli|g" -e "s|@BROTLI_STATIC@|$brotli_static|g" -e "s|@HERE@|$here|g" -e "s|@USER@|$user|g" \
  "$here/nginx.conf.template" >"$RUN_DIR/nginx.conf"

exec "$NGINX_BIN" -p "$RUN_DIR" -e "$ERROR_LOG" -c "$RUN_DIR/nginx.conf" -g "daemon off;"
