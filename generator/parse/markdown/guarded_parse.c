#include "parse/markdown/guarded_parse.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { header_size = 16, alignment = 16, clock_interval = 64 };

struct chunk {
  struct chunk* previous;
  size_t size;
  size_t used;
  size_t padding; /* keeps what follows aligned */
};

struct shirube_arena {
  struct chunk* newest;
  void* last;    /* the newest allocation; only this one can grow in place */
  size_t taken;  /* bytes asked for so far */
  size_t budget; /* bytes that may be asked for while `guarded` */
  int guarded;   /* `leave` may be jumped to */
  int allocations;
  int64_t allowed_nanoseconds;
  int64_t started;     /* wall clock: cheap to ask */
  int64_t cpu_started; /* time of this thread alone: what counts, so that a busy machine changes no result */
  jmp_buf leave;
};

/* The library's allocator has no argument for a context. */
static _Thread_local struct shirube_arena* current;

static int64_t now(clockid_t which) {
  struct timespec time;
  clock_gettime(which, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void leave(struct shirube_arena* arena, enum shirube_parse_result why) {
  arena->guarded = 0;
  longjmp(arena->leave, (int)why);
}

static void look_at_clock(struct shirube_arena* arena) {
  arena->allocations = 0;
  if (now(CLOCK_MONOTONIC) - arena->started > arena->allowed_nanoseconds &&
      now(CLOCK_THREAD_CPUTIME_ID) - arena->cpu_started > arena->allowed_nanoseconds) {
    leave(arena, SHIRUBE_OUT_OF_TIME);
  }
}

static void watch(struct shirube_arena* arena, size_t size) {
  if (!arena->guarded) return;
  if (size > arena->budget - arena->taken) leave(arena, SHIRUBE_OUT_OF_MEMORY);
  if (++arena->allocations >= clock_interval) look_at_clock(arena);
}

/* Not zeroed. */
static void* take(struct shirube_arena* arena, size_t size) {
  struct chunk* chunk = arena->newest;
  char* place;
  const size_t needed = ((size + alignment - 1) & ~(size_t)(alignment - 1)) + header_size;
  if (needed < size) abort();
  watch(arena, needed);
  if (chunk == NULL || chunk->size - chunk->used < needed) {
    size_t room = chunk == NULL ? (size_t)64 << 10 : chunk->size * 2;
    if (room > (size_t)8 << 20) room = (size_t)8 << 20;
    if (room < needed) room = needed;
    chunk = malloc(sizeof(struct chunk) + room);
    if (chunk == NULL) {
      if (arena->guarded) leave(arena, SHIRUBE_OUT_OF_MEMORY);
      abort();
    }
    chunk->previous = arena->newest;
    chunk->size = room;
    chunk->used = 0;
    arena->newest = chunk;
  }
  place = (char*)(chunk + 1) + chunk->used;
  chunk->used += needed;
  arena->taken += needed;
  *(size_t*)place = size;
  arena->last = place + header_size;
  return arena->last;
}

static void* arena_calloc(size_t count, size_t size) {
  void* place;
  if (size != 0 && count > SIZE_MAX / 2 / size) abort();
  place = take(current, count * size);
  memset(place, 0, count * size);
  return place;
}

static void* arena_realloc(void* old, size_t size) {
  struct shirube_arena* arena = current;
  size_t old_size;
  void* place;
  if (old == NULL) return take(arena, size);
  old_size = *(size_t*)((char*)old - header_size);
  if (size <= old_size) return old;
  if (old == arena->last) {
    struct chunk* chunk = arena->newest;
    const size_t begin = (size_t)((char*)old - (char*)(chunk + 1));
    const size_t rounded = (size + alignment - 1) & ~(size_t)(alignment - 1);
    if (rounded <= chunk->size - begin) {
      const size_t grown = begin + rounded - chunk->used;
      watch(arena, grown);
      chunk->used += grown;
      arena->taken += grown;
      *(size_t*)((char*)old - header_size) = size;
      return old;
    }
  }
  place = take(arena, size);
  memcpy(place, old, old_size);
  return place;
}

static void arena_free(void* place) {
  struct shirube_arena* arena = current;
  struct chunk* chunk = arena->newest;
  size_t begin;
  if (place == NULL || place != arena->last) return;
  begin = (size_t)((char*)place - (char*)(chunk + 1)) - header_size;
  arena->taken -= chunk->used - begin;
  chunk->used = begin;
  arena->last = NULL;
}

static cmark_mem arena_memory = {arena_calloc, arena_realloc, arena_free};

/* Found once: looking it up walks the library's registry. */
static cmark_syntax_extension* table_extension;

void shirube_prepare_cmark(void) {
  cmark_gfm_core_extensions_ensure_registered();
  table_extension = cmark_find_syntax_extension("table");
  if (table_extension == NULL) abort();
}

shirube_arena* shirube_arena_create(size_t memory_bytes, int64_t milliseconds) {
  struct shirube_arena* arena = calloc(1, sizeof(struct shirube_arena));
  if (arena == NULL) abort();
  arena->budget = memory_bytes;
  arena->allowed_nanoseconds = milliseconds * 1000000;
  return arena;
}

void shirube_arena_destroy(shirube_arena* arena) {
  if (current == arena) current = NULL;
  for (struct chunk* chunk = arena->newest; chunk != NULL;) {
    struct chunk* previous = chunk->previous;
    free(chunk);
    chunk = previous;
  }
  free(arena);
}

/* A line may cost time without asking for memory: blank lines below many open items do. So the clock is looked at after
   each; blocks are kept small by the pre-scan. */
static void feed_by_line(cmark_parser* parser, const char* text, size_t size) {
  while (size > 0) {
    const char* end = memchr(text, '\n', size);
    const size_t line = end == NULL ? size : (size_t)(end - text) + 1;
    cmark_parser_feed(parser, text, line);
    look_at_clock(current);
    text += line;
    size -= line;
  }
}

/* Only `table` is attached. `strikethrough` and `autolink` change tables that all threads share; `tasklist` fails in
   block quotes. All three are done on the finished tree. */
static struct cmark_node* run(const char* text, size_t size) {
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE, &arena_memory);
  cmark_parser_attach_syntax_extension(parser, table_extension);
  feed_by_line(parser, text, size);
  return cmark_parser_finish(parser);
}

enum shirube_parse_result shirube_parse(shirube_arena* arena, const char* text, size_t size, struct cmark_node** root) {
  int why;
  current = arena;
  arena->started = now(CLOCK_MONOTONIC);
  arena->cpu_started = now(CLOCK_THREAD_CPUTIME_ID);
  why = setjmp(arena->leave);
  if (why != 0) return (enum shirube_parse_result)why;
  arena->guarded = 1;
  *root = run(text, size);
  arena->guarded = 0;
  return SHIRUBE_PARSED;
}
