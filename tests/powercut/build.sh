#!/usr/bin/env bash
# build.sh FOLDER: makes powercut.so (to preload) and powercut-restore in FOLDER. Needs gcc on Linux with glibc.
set -euo pipefail
out=$(realpath "${1:?build.sh FOLDER}")
cd "$(dirname "$0")"
flags=(-std=gnu11 -O2 -g -Wall -Wextra -Wno-format-truncation -U_FORTIFY_SOURCE)
gcc "${flags[@]}" -Werror -shared -fPIC -fvisibility=default -o "$out/powercut.so" journal.c files.c names.c calls.c calls_names.c -ldl -lpthread
gcc "${flags[@]}" -Werror -o "$out/powercut-restore" restore.c restore_names.c
