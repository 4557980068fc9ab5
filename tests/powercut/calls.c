#define _GNU_SOURCE
#include "powercut.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (real == NULL) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static bool synced_at_once(int descriptor) { return fcntl(descriptor, F_GETFL) & O_DSYNC; }

static uint64_t position(int descriptor) {
    off_t at = fcntl(descriptor, F_GETFL) & O_APPEND ? lseek(descriptor, 0, SEEK_END) : lseek(descriptor, 0, SEEK_CUR);
    return at < 0 ? 0 : (uint64_t)at;
}

static uint64_t total(const struct iovec *parts, int count) {
    uint64_t sum = 0;
    for (int i = 0; i < count; i++) sum += parts[i].iov_len;
    return sum;
}

/* Runs `call` as a change of `length` bytes at `from`; both are evaluated under the lock. */
#define CHANGE(result, descriptor, from, length, call) do { \
    struct watched *file = watched_by(descriptor); \
    if (file == NULL) return call; \
    take(); \
    before_write(file, descriptor, from, length); \
    result = call; \
    if (synced_at_once(descriptor)) after_sync(file); \
    give(); \
    return result; } while (0)

ssize_t write(int fd, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    ssize_t result;
    CHANGE(result, fd, position(fd), length, real(fd, bytes, length));
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int);
    ssize_t result;
    CHANGE(result, fd, position(fd), total(parts, count), real(fd, parts, count));
}

#define AT_OFFSET(name) \
    ssize_t name(int fd, const void *bytes, size_t length, off_t at) { \
        REAL(ssize_t, #name, int, const void *, size_t, off_t); \
        ssize_t result; \
        CHANGE(result, fd, (uint64_t)at, length, real(fd, bytes, length, at)); \
    }
AT_OFFSET(pwrite)
AT_OFFSET(pwrite64)

#define PARTS_AT_OFFSET(name) \
    ssize_t name(int fd, const struct iovec *parts, int count, off_t at) { \
        REAL(ssize_t, #name, int, const struct iovec *, int, off_t); \
        ssize_t result; \
        CHANGE(result, fd, (uint64_t)at, total(parts, count), real(fd, parts, count, at)); \
    }
PARTS_AT_OFFSET(pwritev)
PARTS_AT_OFFSET(pwritev64)

#define COPY(name) \
    ssize_t name(int out, int in, off_t *at, size_t length) { \
        REAL(ssize_t, #name, int, int, off_t *, size_t); \
        ssize_t result; \
        CHANGE(result, out, position(out), length, real(out, in, at, length)); \
    }
COPY(sendfile)
COPY(sendfile64)

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
    REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
    ssize_t result;
    CHANGE(result, out, to ? (uint64_t)*to : position(out), length, real(in, from, out, to, length, flags));
}

#define RESIZE(name) \
    int name(int fd, off_t size) { \
        REAL(int, #name, int, off_t); \
        struct watched *file = watched_by(fd); \
        if (file == NULL) return real(fd, size); \
        take(); \
        before_resize(file, fd, (uint64_t)size); \
        int result = real(fd, size); \
        give(); \
        return result; \
    }
RESIZE(ftruncate)
RESIZE(ftruncate64)

#define ALLOCATE(name) \
    int name(int fd, off_t from, off_t length) { \
        REAL(int, #name, int, off_t, off_t); \
        int result; \
        CHANGE(result, fd, (uint64_t)from, (uint64_t)length, real(fd, from, length)); \
    }
ALLOCATE(posix_fallocate)
ALLOCATE(posix_fallocate64)

#define ALLOCATE_MODE(name) \
    int name(int fd, int mode, off_t from, off_t length) { \
        REAL(int, #name, int, int, off_t, off_t); \
        int result; \
        CHANGE(result, fd, (uint64_t)from, (uint64_t)length, real(fd, mode, from, length)); \
    }
ALLOCATE_MODE(fallocate)
ALLOCATE_MODE(fallocate64)

static void synced(int fd, struct watched *file) {
    char path[PATH];
    if (file != NULL) after_sync(file);
    if (!path_of_descriptor(fd, path)) return;
    struct stat about;
    bool folder = fstat(fd, &about) == 0 && S_ISDIR(about.st_mode);
    if (folder && (under(path) || strcmp(path, watched_dir) == 0)) after_directory_sync(path);
    else if (!folder && under(path)) after_file_sync(path);
}

#define SYNC(name) \
    int name(int fd) { \
        REAL(int, #name, int); \
        if (*watched_dir == 0) return real(fd); \
        take(); \
        struct watched *file = watched_by(fd); \
        int result = real(fd); \
        if (result == 0) synced(fd, file); \
        give(); \
        return result; \
    }
SYNC(fsync)
SYNC(fdatasync)
