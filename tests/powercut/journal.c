#define _GNU_SOURCE
#include "powercut.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

char watched_dir[PATH], journal_dir[PATH];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void take(void) { pthread_mutex_lock(&lock); }

void give(void) {
    int kept = errno;
    pthread_mutex_unlock(&lock);
    errno = kept;
}

/* A test that went on without its journal would prove nothing. */
void fail(const char *what, const char *path) {
    fprintf(stderr, "powercut: %s %s: %s\n", what, path, strerror(errno));
    _exit(97);
}

void append_all(int journal, const void *bytes, size_t length) {
    for (const char *at = bytes; length > 0;) {
        long written = syscall(SYS_write, journal, at, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail("cannot write the journal in", journal_dir);
        at += written;
        length -= (size_t)written;
    }
}

bool under(const char *path) {
    size_t length = strlen(watched_dir);
    return strncmp(path, watched_dir, length) == 0 && path[length] == '/';
}

bool path_of_descriptor(int descriptor, char *full) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, full, PATH - 1);
    if (length < 0) return false;
    full[length] = 0;
    return true;
}

/* The real folder of a path and its last name; the last name itself is not followed. */
bool path_of(int directory, const char *path, char *full) {
    char joined[2 * PATH], folder[PATH_MAX];
    if (path == NULL || *path == 0) return false;
    if (*path == '/') snprintf(joined, sizeof joined, "%s", path);
    else {
        char base[PATH];
        if (directory == AT_FDCWD ? getcwd(base, sizeof base) == NULL : !path_of_descriptor(directory, base)) return false;
        snprintf(joined, sizeof joined, "%s/%s", base, path);
    }
    char *slash = strrchr(joined, '/');
    *slash = 0;
    if (realpath(slash == joined ? "/" : joined, folder) == NULL) return false;
    return snprintf(full, PATH, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, slash + 1) < PATH;
}

__attribute__((constructor)) static void begin(void) {
    const char *dir = getenv("POWERCUT_DIR"), *journal = getenv("POWERCUT_JOURNAL");
    if (dir == NULL && journal == NULL) return;
    char real[PATH_MAX];
    if (journal == NULL || realpath(journal, real) == NULL) fail("POWERCUT_JOURNAL has to be a folder:", journal ? journal : "not set");
    snprintf(journal_dir, PATH, "%s", real);
    if (dir == NULL || realpath(dir, real) == NULL) fail("POWERCUT_DIR has to be a folder:", dir ? dir : "not set");
    if (strncmp(journal_dir, real, strlen(real)) == 0 && journal_dir[strlen(real)] == '/') fail("the journal may not lie inside", real);
    char note[2 * PATH];
    snprintf(note, sizeof note, "%s/watched", journal_dir);
    int file = (int)syscall(SYS_openat, AT_FDCWD, note, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) fail("cannot write", note);
    append_all(file, real, strlen(real));
    close(file);
    snprintf(watched_dir, PATH, "%s", real); /* from here on calls are watched */
}
