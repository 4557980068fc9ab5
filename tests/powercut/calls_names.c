#define _GNU_SOURCE
#include "powercut.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

typedef int open_call(int, const char *, int, mode_t);

static int real_openat(int directory, const char *path, int flags, mode_t mode) {
    static open_call *real;
    if (real == NULL) real = (open_call *)dlsym(RTLD_NEXT, "openat64");
    return real(directory, path, flags, mode);
}

/* An opening that empties a file empties it here, after its pages went into the journal. */
static int opened(int directory, const char *path, int flags, mode_t mode) {
    char full[PATH];
    bool changes = (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
    if (*watched_dir == 0 || !changes || (flags & O_TMPFILE) == O_TMPFILE || !path_of(directory, path, full) || !under(full))
        return real_openat(directory, path, flags, mode);
    take();
    bool fresh = flags & O_CREAT && faccessat(AT_FDCWD, full, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
    if (fresh) before_create(full);
    int descriptor = real_openat(directory, path, flags & ~O_TRUNC, mode);
    if (descriptor >= 0) watch(descriptor, fresh);
    give();
    if (descriptor >= 0 && flags & O_TRUNC && (flags & O_ACCMODE) != O_RDONLY && ftruncate(descriptor, 0) != 0) fail("cannot empty", full);
    return descriptor;
}

static mode_t mode_of(int flags, va_list rest) {
    return flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = mode_of(flags, rest); \
        va_end(rest); \
        return opened(AT_FDCWD, path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int directory, const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = mode_of(flags, rest); \
        va_end(rest); \
        return opened(directory, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

/* What the compiler calls where a program is built with checks. */
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __openat_2(int directory, const char *path, int flags) { return opened(directory, path, flags, 0); }
int __openat64_2(int directory, const char *path, int flags) { return opened(directory, path, flags, 0); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

static bool exists(const char *path) { return faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0; }

int unlinkat(int directory, const char *path, int flags) {
    static int (*real)(int, const char *, int);
    if (real == NULL) real = (int (*)(int, const char *, int))dlsym(RTLD_NEXT, "unlinkat");
    char full[PATH];
    if (*watched_dir == 0 || flags & AT_REMOVEDIR || !path_of(directory, path, full) || !under(full) || !exists(full))
        return real(directory, path, flags);
    take();
    before_unlink(full);
    int result = real(directory, path, flags);
    give();
    return result;
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

int renameat2(int old_directory, const char *from, int new_directory, const char *to, unsigned flags) {
    static int (*real)(int, const char *, int, const char *, unsigned);
    if (real == NULL) real = (int (*)(int, const char *, int, const char *, unsigned))dlsym(RTLD_NEXT, "renameat2");
    char full_from[PATH], full_to[PATH];
    if (*watched_dir == 0 || !path_of(old_directory, from, full_from) || !path_of(new_directory, to, full_to)
        || !under(full_to) || !exists(full_from) || (flags & RENAME_NOREPLACE && exists(full_to)))
        return real(old_directory, from, new_directory, to, flags);
    if (!under(full_from) || flags & RENAME_EXCHANGE) fail("cannot follow this renaming:", full_from);
    take();
    before_rename(full_from, full_to);
    int result = real(old_directory, from, new_directory, to, flags);
    give();
    return result;
}

int renameat(int old_directory, const char *from, int new_directory, const char *to) {
    return renameat2(old_directory, from, new_directory, to, 0);
}

int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }

/* A second name is one made. */
int linkat(int old_directory, const char *from, int new_directory, const char *to, int flags) {
    static int (*real)(int, const char *, int, const char *, int);
    if (real == NULL) real = (int (*)(int, const char *, int, const char *, int))dlsym(RTLD_NEXT, "linkat");
    char full[PATH];
    if (*watched_dir != 0 && path_of(new_directory, to, full) && under(full)) {
        take();
        before_create(full);
        give();
    }
    return real(old_directory, from, new_directory, to, flags);
}

int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
