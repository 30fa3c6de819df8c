#define _GNU_SOURCE
#include "fuzzing.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

_Noreturn void fuzzing_fail(const char *message) {
  fprintf(stderr, "FINDING: %s\n", message);
  fflush(stderr);
  abort();
}

const char *fuzzing_reader(void) {
  const char *name = getenv("HINTERLAND_FUZZ");
  return name ? name : "";
}

// The heap, watched through the hooks of the address sanitizer. Without it the symbols are not there.
extern int __sanitizer_install_malloc_and_free_hooks(
  void (*allocated)(const volatile void *, size_t), void (*freed)(const volatile void *)) __attribute__((weak));
extern size_t __sanitizer_get_allocated_size(const volatile void *) __attribute__((weak));

static long held, peak;
static int is_watching, is_installed;
static size_t greatest, greatest_input;

static void allocated(const volatile void *pointer, size_t size) {
  (void)pointer;
  if (!is_watching) return;
  held += (long)size;
  if (held > peak) peak = held;
}

static void freed(const volatile void *pointer) {
  if (is_watching && pointer) held -= (long)__sanitizer_get_allocated_size(pointer);
}

static void print_greatest(void) {
  fprintf(stderr, "stat::greatest_heap_bytes: %zu for an input of %zu bytes\n", greatest, greatest_input);
}

void fuzzing_memory_begin(void) {
  if (!is_installed) {
    is_installed = 1;
    if (__sanitizer_install_malloc_and_free_hooks) {
      __sanitizer_install_malloc_and_free_hooks(allocated, freed);
      atexit(print_greatest);
    }
  }
  held = 0;
  peak = 0;
  is_watching = 1;
}

size_t fuzzing_memory_end(void) {
  is_watching = 0;
  return (size_t)peak;
}

void fuzzing_memory_note(size_t bytes, size_t input) {
  if (bytes > greatest) {
    greatest = bytes;
    greatest_input = input;
  }
}

int fuzzing_file(const uint8_t *bytes, size_t count, char *path, size_t room) {
  static int descriptor = -1;
  if (descriptor < 0) descriptor = memfd_create("fuzzing", MFD_CLOEXEC);
  if (descriptor < 0 || ftruncate(descriptor, 0) != 0) return -1;
  size_t written = 0;
  while (written < count) {
    ssize_t step = pwrite(descriptor, bytes + written, count - written, (off_t)written);
    if (step <= 0) return -1;
    written += (size_t)step;
  }
  snprintf(path, room, "/proc/self/fd/%d", descriptor);
  return 0;
}
