/* A power cut for tests: what a program wrote and did not sync is taken back after kill -9.
 *
 * The preloaded library keeps an undo journal beside the program: before a page of a watched file is first changed after
 * a sync, its old bytes go into the journal; before a name is made, moved or removed, the old names do; a sync that came
 * back empties what it made durable. The order is the law: the journal is written before the change and emptied after the
 * sync, so a kill between any two instructions leaves a journal that leads back to the last sync the program knew of. */
#ifndef POWERCUT_H
#define POWERCUT_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

enum { PAGE = 4096, PATH = 4096 };

/* A file's journal: this head, then a page record for every changed page below `size`. Empty: nothing to take back. */
struct undo_head { uint64_t magic, size; };
struct undo_page { uint64_t number; uint32_t length; unsigned char bytes[PAGE]; } __attribute__((packed));
#define UNDO_MAGIC UINT64_C(0x31747563776f7050)

struct watched;

/* journal.c */
extern char watched_dir[PATH], journal_dir[PATH];
void take(void); /* the lock over each watched call, so that a file and its journal change together as other threads see them */
void give(void);
void append_all(int journal, const void *bytes, size_t length);
void fail(const char *what, const char *path);
bool under(const char *path);
bool path_of(int directory, const char *path, char *full);
bool path_of_descriptor(int descriptor, char *full);

/* files.c: what stands in files. The caller holds the lock. */
struct watched *watched_by(int descriptor);
struct watched *watch(int descriptor, bool fresh);
void before_write(struct watched *file, int descriptor, uint64_t from, uint64_t length);
void before_resize(struct watched *file, int descriptor, uint64_t size);
void after_sync(struct watched *file);

/* names.c: what stands in directories. The caller holds the lock. */
void before_create(const char *path);
void before_unlink(const char *path);
void before_rename(const char *from, const char *to);
void after_directory_sync(const char *directory);
void after_file_sync(const char *path);

#endif
