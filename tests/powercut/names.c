#define _GNU_SOURCE
#include "powercut.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Names become durable when their folder is synced, or, as on ext4 and xfs, when the file itself is.
 * A file that loses its name keeps a second one in the journal folder until then. */
struct entry {
    unsigned number;
    char kind; /* Create, Unlink, Rename */
    char path[PATH], from[PATH], spare[PATH];
    struct entry *next;
};

static struct entry *pending;
static unsigned numbers;
static int names = -1;

static int journal(void) {
    if (names >= 0) return names;
    char path[2 * PATH];
    snprintf(path, sizeof path, "%s/names", journal_dir);
    names = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (names < 0) fail("cannot open", path);
    return names;
}

static struct entry *entry(char kind, const char *path) {
    struct entry *made = calloc(1, sizeof *made);
    if (made == NULL) fail("no memory for", path);
    made->number = ++numbers;
    made->kind = kind;
    snprintf(made->path, PATH, "%s", path);
    return made;
}

/* The second name has to stand before the line that speaks of it. */
static void spare(struct entry *made) {
    struct stat about;
    if (lstat(made->path, &about) != 0 || !S_ISREG(about.st_mode)) return;
    char path[2 * PATH];
    snprintf(path, sizeof path, "%s/%d-%u.spare", journal_dir, getpid(), made->number);
    unlink(path);
    if (syscall(SYS_linkat, AT_FDCWD, made->path, AT_FDCWD, path, 0) != 0) fail("the journal folder has to lie on the same disk as", made->path);
    snprintf(made->spare, PATH, "%s", path);
}

static void keep(struct entry *made) {
    char line[4 * PATH];
    int length = snprintf(line, sizeof line, "%c\t%d.%u\t%s\t%s\t%s\n", made->kind, getpid(), made->number, made->path, made->from, made->spare);
    append_all(journal(), line, (size_t)length);
    made->next = pending;
    pending = made;
}

void before_create(const char *path) { keep(entry('C', path)); }

void before_unlink(const char *path) {
    struct entry *made = entry('U', path);
    spare(made);
    keep(made);
}

void before_rename(const char *from, const char *to) {
    struct entry *made = entry('R', to);
    snprintf(made->from, PATH, "%s", from);
    spare(made);
    keep(made);
}

static bool in_folder(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/' && strchr(path + length + 1, '/') == NULL;
}

static void settle(bool (*durable)(const struct entry *, const char *), const char *path) {
    for (struct entry **at = &pending; *at != NULL;) {
        struct entry *done = *at;
        if (!durable(done, path)) { at = &done->next; continue; }
        char line[64];
        int length = snprintf(line, sizeof line, "D\t%d.%u\n", getpid(), done->number);
        append_all(journal(), line, (size_t)length);
        if (*done->spare) syscall(SYS_unlink, done->spare);
        *at = done->next;
        free(done);
    }
}

static bool by_folder(const struct entry *made, const char *folder) { return in_folder(made->path, folder); }
static bool by_file(const struct entry *made, const char *path) { return made->kind != 'U' && strcmp(made->path, path) == 0; }

void after_directory_sync(const char *directory) { settle(by_folder, directory); }
void after_file_sync(const char *path) { settle(by_file, path); }
