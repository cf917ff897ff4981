/* One run of cmark-gfm inside a budget. Plain C on purpose: when the budget is spent, longjmp leaves the library, and
   no frame of C++ may be on the way. */
#ifndef SHIRUBE_PARSE_MARKDOWN_GUARDED_PARSE_H
#define SHIRUBE_PARSE_MARKDOWN_GUARDED_PARSE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cmark_node;

/* Holds all memory of one parse: the tree and everything that is read from it. */
typedef struct shirube_arena shirube_arena;

enum shirube_parse_result { SHIRUBE_PARSED, SHIRUBE_OUT_OF_MEMORY, SHIRUBE_OUT_OF_TIME };

/* Call once, before the first parse and not at the same time as any other call. */
void shirube_prepare_cmark(void);

shirube_arena* shirube_arena_create(size_t memory_bytes, int64_t milliseconds);
void shirube_arena_destroy(shirube_arena* arena);

/* Parses `text` with tables and footnotes. On success `*root` is a tree that lives as long as the arena and is not to
   be freed. Reading it must happen on this thread, between this call and the arena's end. */
enum shirube_parse_result shirube_parse(shirube_arena* arena, const char* text, size_t size, struct cmark_node** root);

#ifdef __cplusplus
}
#endif

#endif
