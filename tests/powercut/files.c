#define _GNU_SOURCE
#include "powercut.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* One file by its inode, whatever it is called and however often it is open. */
struct watched {
    dev_t device;
    ino_t inode;
    int journal, reader; /* reader: our own descriptor where the program's cannot read */
    bool changed;        /* since the last sync; then the journal has its head */
    uint64_t synced;     /* size at the last sync, in bytes */
    unsigned char *kept; /* a bit for each page whose old bytes stand in the journal */
    uint64_t pages;
};

enum { MOST = 4096 };
static struct watched table[MOST];
static int used;

/* Called without the lock too: rows are only ever added, and a row is filled before it is counted. */
static struct watched *find(const struct stat *about) {
    int count = __atomic_load_n(&used, __ATOMIC_ACQUIRE);
    for (int i = count - 1; i >= 0; i--)
        if (table[i].inode == about->st_ino && table[i].device == about->st_dev) return &table[i];
    return NULL;
}

struct watched *watched_by(int descriptor) {
    struct stat about;
    if (*watched_dir == 0 || fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return NULL;
    return find(&about);
}

static bool bit(struct watched *file, uint64_t page) {
    return page < file->pages && (file->kept[page / 8] >> (page % 8) & 1);
}

static void set_bit(struct watched *file, uint64_t page) {
    if (page >= file->pages) {
        uint64_t pages = (page + 8192) / 8 * 8;
        file->kept = realloc(file->kept, pages / 8);
        if (file->kept == NULL) fail("no memory for", journal_dir);
        memset(file->kept + file->pages / 8, 0, (pages - file->pages) / 8);
        file->pages = pages;
    }
    file->kept[page / 8] |= (unsigned char)(1 << (page % 8));
}

/* A program that runs after another one goes on with what that one left unsynced. */
static void take_over(struct watched *file, const char *name) {
    struct undo_head head;
    struct undo_page page;
    if (pread(file->journal, &head, sizeof head, 0) != sizeof head) {
        if (ftruncate(file->journal, 0) != 0) fail("cannot empty", name);
        return;
    }
    file->changed = true;
    file->synced = head.size;
    off_t at = sizeof head;
    for (; pread(file->journal, &page, sizeof page, at) == sizeof page; at += sizeof page) set_bit(file, page.number);
    if (ftruncate(file->journal, at) != 0) fail("cannot shorten", name);
}

struct watched *watch(int descriptor, bool fresh) {
    struct stat about;
    char path[PATH], name[2 * PATH];
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return NULL;
    if (!path_of_descriptor(descriptor, path) || !under(path)) return NULL;
    /* SQLite's index of its log is memory the program maps; it is made anew from the log after a crash. */
    size_t length = strlen(path);
    if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return NULL;
    struct watched *file = find(&about);
    if (file != NULL) {
        if (fresh) after_sync(file); /* the inode number of a file that is gone for good */
        return file;
    }
    if (used == MOST) fail("too many files in", watched_dir);
    file = &table[used];
    *file = (struct watched){ .device = about.st_dev, .inode = about.st_ino, .reader = -1 };
    snprintf(name, sizeof name, "%s/%lu-%lu.undo", journal_dir, (unsigned long)about.st_dev, (unsigned long)about.st_ino);
    int flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | (fresh ? O_TRUNC : 0);
    file->journal = (int)syscall(SYS_openat, AT_FDCWD, name, flags, 0600);
    if (file->journal < 0) fail("cannot open", name);
    take_over(file, name);
    __atomic_store_n(&used, used + 1, __ATOMIC_RELEASE);
    return file;
}

static uint64_t size_of(int descriptor) {
    struct stat about;
    if (fstat(descriptor, &about) != 0) fail("cannot tell the size of a file in", watched_dir);
    return (uint64_t)about.st_size;
}

static void begin_change(struct watched *file, int descriptor) {
    if (file->changed) return;
    file->synced = size_of(descriptor);
    struct undo_head head = { UNDO_MAGIC, file->synced };
    append_all(file->journal, &head, sizeof head);
    file->changed = true;
}

/* The program's descriptor serves where it can read. Ours is never closed: closing any descriptor of a file
 * gives up all the process's locks on it, and SQLite locks that way. */
static int reader_of(struct watched *file, int descriptor) {
    if ((fcntl(descriptor, F_GETFL) & O_ACCMODE) == O_RDWR) return descriptor;
    if (file->reader >= 0) return file->reader;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    file->reader = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDONLY | O_CLOEXEC, 0);
    if (file->reader < 0) fail("cannot read", link);
    return file->reader;
}

void before_write(struct watched *file, int descriptor, uint64_t from, uint64_t length) {
    if (length == 0) return;
    begin_change(file, descriptor);
    uint64_t last = (from + length - 1) / PAGE;
    for (uint64_t page = from / PAGE; page <= last && page * PAGE < file->synced; page++) {
        if (bit(file, page)) continue;
        struct undo_page record = { .number = page };
        uint64_t old = file->synced - page * PAGE < PAGE ? file->synced - page * PAGE : PAGE;
        ssize_t got = pread(reader_of(file, descriptor), record.bytes, old, (off_t)(page * PAGE));
        if (got != (ssize_t)old) fail("cannot read the old bytes of a file in", watched_dir);
        record.length = (uint32_t)old;
        append_all(file->journal, &record, sizeof record);
        set_bit(file, page);
    }
}

void before_resize(struct watched *file, int descriptor, uint64_t size) {
    uint64_t now = size_of(descriptor);
    if (size < now) before_write(file, descriptor, size, now - size);
    else if (size > now) begin_change(file, descriptor);
}

void after_sync(struct watched *file) {
    if (!file->changed) return;
    if (ftruncate(file->journal, 0) != 0) fail("cannot empty a journal in", journal_dir);
    file->changed = false;
    if (file->kept != NULL) memset(file->kept, 0, file->pages / 8);
}
