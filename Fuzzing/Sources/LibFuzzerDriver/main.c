// libFuzzer has the main function; it calls LLVMFuzzerTestOneInput of FuzzedReaders.
// This symbol keeps the linker from leaving that library out.
#include <stddef.h>
#include <stdint.h>

extern int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);
int (*const hinterland_fuzzing_entry)(const uint8_t *, size_t) = LLVMFuzzerTestOneInput;
