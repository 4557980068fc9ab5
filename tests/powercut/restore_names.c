#define _GNU_SOURCE
#include "powercut.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

uint64_t next_chance(uint64_t *state);
void undo_names(const char *journal, bool some, uint64_t *chance);

struct line { char kind, *number, *path, *from, *spare; bool durable; };

static bool exists(const char *path) { return access(path, F_OK) == 0; }

static bool same(const char *one, const char *other) {
    struct stat a, b;
    return lstat(one, &a) == 0 && lstat(other, &b) == 0 && a.st_ino == b.st_ino && a.st_dev == b.st_dev;
}

/* The kill may have come between the line and the act: then there is nothing to undo but the second name. */
static void undo(const struct line *each) {
    bool spare = *each->spare && exists(each->spare);
    if (each->kind == 'C') unlink(each->path);
    else if (each->kind == 'R' && !exists(each->from) && exists(each->path)) rename(each->path, each->from);
    if (!spare) return;
    if (same(each->spare, each->path)) unlink(each->spare);
    else if (!exists(each->path)) rename(each->spare, each->path);
}

static bool complete(struct line *into, char *text) {
    char *cells[5] = { text };
    for (int i = 1; i < 5; i++) {
        cells[i] = cells[i - 1] == NULL ? NULL : strchr(cells[i - 1], '\t');
        if (cells[i] != NULL) *cells[i]++ = 0;
    }
    if (cells[1] == NULL || (*text != 'D' && cells[4] == NULL)) return false;
    *into = (struct line){ *text, cells[1], cells[2], cells[3], cells[4], false };
    return true;
}

void undo_names(const char *journal, bool some, uint64_t *chance) {
    char path[2 * PATH];
    snprintf(path, sizeof path, "%s/names", journal);
    FILE *file = fopen(path, "r");
    if (file == NULL) return;
    struct line *lines = NULL;
    size_t count = 0, room = 0;
    char *text = NULL;
    for (ssize_t length; (length = getline(&text, &room, file)) > 0 && text[length - 1] == '\n'; text = NULL, room = 0) {
        text[length - 1] = 0;
        struct line read;
        if (!complete(&read, text)) continue;
        if (read.kind == 'D') {
            for (size_t i = 0; i < count; i++) if (strcmp(lines[i].number, read.number) == 0) lines[i].durable = true;
            continue;
        }
        lines = realloc(lines, (count + 1) * sizeof *lines);
        lines[count++] = read;
    }
    fclose(file);
    size_t stay = some && count > 0 ? next_chance(chance) % (count + 1) : 0;
    unsigned undone = 0;
    for (size_t i = count; i-- > 0;) {
        if (lines[i].durable) continue;
        if (i < stay) { if (*lines[i].spare) unlink(lines[i].spare); continue; }
        undo(&lines[i]);
        undone++;
    }
    unlink(path);
    printf("%u names put back\n", undone);
}
