// What the fuzzed readers need of C: an end that a fuzzer sees, files that live in memory, and a count of the heap.
#ifndef HINTERLAND_FUZZING_H
#define HINTERLAND_FUZZING_H

#include <stddef.h>
#include <stdint.h>

/// Prints a finding and ends the process, so that the fuzzer keeps the input.
_Noreturn void fuzzing_fail(const char *message);

/// The reader that the environment names (HINTERLAND_FUZZ), or "".
const char *fuzzing_reader(void);

/// Begins to count the bytes that are allocated; what is held already does not count.
void fuzzing_memory_begin(void);

/// Ends the count. Returns the greatest number of bytes held at once since it began, or 0 where the heap is not watched.
size_t fuzzing_memory_end(void);

/// Takes note of a peak and its input's size, so that the process prints the greatest of both at its end.
void fuzzing_memory_note(size_t peak, size_t input);

/// Puts bytes into a file that lives in memory and writes its path. Returns 0, or -1 if there is no such file.
int fuzzing_file(const uint8_t *bytes, size_t count, char *path, size_t room);

/// The one entry: what libFuzzer calls for each input, and the driver of AFL++ too.
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

#endif
