/* powercut-restore JOURNAL [SEED]: takes back what the killed program had not synced.
 * Without a seed everything unsynced is gone. With one, each unsynced page stayed or went by chance and the names
 * up to some point stayed, as a disk may leave it: pages reach it in any order, a journaling file system's names in theirs. */
#define _GNU_SOURCE
#include "powercut.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void undo_names(const char *journal, bool some, uint64_t *chance);
uint64_t next_chance(uint64_t *state);

static const char *journal;
static dev_t sought_device;
static ino_t sought_inode;
static char found[PATH];

static void stop(const char *what, const char *path) {
    fprintf(stderr, "powercut-restore: %s %s: %s\n", what, path, strerror(errno));
    exit(1);
}

static int visit(const char *path, const struct stat *about, int kind, struct FTW *place) {
    (void)place;
    if (kind != FTW_F || about->st_ino != sought_inode || about->st_dev != sought_device) return 0;
    snprintf(found, sizeof found, "%s", path);
    return 1;
}

uint64_t next_chance(uint64_t *state) { /* splitmix64 */
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* Pages past the synced size have no old bytes: they end the file or, before one that stayed, are zeros. */
static void undo_growth(int file, uint64_t synced, uint64_t size, uint64_t *chance) {
    static const unsigned char zeros[PAGE];
    uint64_t end = synced;
    for (uint64_t page = (synced + PAGE - 1) / PAGE; chance != NULL && page * PAGE < size; page++) {
        if (next_chance(chance) & 1) end = (page + 1) * PAGE < size ? (page + 1) * PAGE : size;
        else if (pwrite(file, zeros, size - page * PAGE < PAGE ? size - page * PAGE : PAGE, (off_t)(page * PAGE)) < 0) stop("cannot write", found);
    }
    if (ftruncate(file, (off_t)end) != 0) stop("cannot set the size of", found);
}

static unsigned undo_file(const char *name, uint64_t *chance) {
    struct undo_head head;
    struct undo_page page;
    struct stat about;
    unsigned undone = 0;
    int undo = open(name, O_RDONLY), file = open(found, O_RDWR);
    if (undo < 0) stop("cannot open", name);
    if (file < 0 || fstat(file, &about) != 0) stop("cannot open", found);
    if (read(undo, &head, sizeof head) == (ssize_t)sizeof head && head.magic == UNDO_MAGIC) {
        if ((uint64_t)about.st_size < head.size && ftruncate(file, (off_t)head.size) != 0) stop("cannot lengthen", found);
        undo_growth(file, head.size, (uint64_t)about.st_size, chance);
        while (read(undo, &page, sizeof page) == (ssize_t)sizeof page) {
            if (chance != NULL && next_chance(chance) & 1) continue;
            if (pwrite(file, page.bytes, page.length, (off_t)(page.number * PAGE)) != (ssize_t)page.length) stop("cannot write", found);
            undone++;
        }
    }
    close(undo);
    close(file);
    return undone;
}

static void undo_files(const char *watched, uint64_t *chance) {
    DIR *folder = opendir(journal);
    if (folder == NULL) stop("cannot list", journal);
    unsigned files = 0, pages = 0;
    for (struct dirent *each; (each = readdir(folder)) != NULL;) {
        unsigned long device, inode;
        char name[2 * PATH];
        if (strstr(each->d_name, ".undo") == NULL || sscanf(each->d_name, "%lu-%lu.undo", &device, &inode) != 2) continue;
        snprintf(name, sizeof name, "%s/%s", journal, each->d_name);
        struct stat about;
        if (stat(name, &about) != 0 || about.st_size == 0) continue;
        sought_device = (dev_t)device;
        sought_inode = (ino_t)inode;
        /* A file that lost its name may stand in the journal folder under its second one. */
        if (nftw(watched, visit, 16, FTW_PHYS) != 1 && nftw(journal, visit, 16, FTW_PHYS) != 1) continue;
        pages += undo_file(name, chance);
        files++;
    }
    closedir(folder);
    printf("%u files with unsynced writes, %u old pages put back\n", files, pages);
}

int main(int count, char **words) {
    if (count < 2 || count > 3) {
        fprintf(stderr, "powercut-restore JOURNAL [SEED]\n");
        return 2;
    }
    journal = words[1];
    uint64_t state = count == 3 ? strtoull(words[2], NULL, 10) : 0;
    char note[2 * PATH], watched[PATH] = { 0 };
    snprintf(note, sizeof note, "%s/watched", journal);
    int file = open(note, O_RDONLY);
    if (file < 0 || read(file, watched, sizeof watched - 1) <= 0) stop("nothing was watched: cannot read", note);
    close(file);
    undo_files(watched, count == 3 ? &state : NULL);
    undo_names(journal, count == 3, &state);
    return 0;
}
