// Gives LLVMFuzzerTestOneInput what afl-fuzz offers, many inputs a process where its runtime is linked in.
// Without that runtime, runs the files that are named, or standard input once: a way to repeat a finding.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);
extern int __afl_persistent_loop(unsigned int) __attribute__((weak));
extern void __afl_manual_init(void) __attribute__((weak));

// afl-fuzz looks for these marks to know that the program starts late and goes on with many inputs.
__attribute__((used)) static const char persistent_mark[] = "##SIG_AFL_PERSISTENT##";
__attribute__((used)) static const char deferred_mark[] = "##SIG_AFL_DEFER_FORKSRV##";

static uint8_t buffer[1 << 20];

static int run(FILE *file) {
  size_t count = fread(buffer, 1, sizeof buffer, file);
  return LLVMFuzzerTestOneInput(buffer, count);
}

int main(int count, char **arguments) {
  for (int index = 1; index < count; index++) {
    FILE *file = fopen(arguments[index], "rb");
    if (!file) {
      perror(arguments[index]);
      return 2;
    }
    run(file);
    fclose(file);
  }
  if (count > 1) return 0;
  if (!__afl_persistent_loop) return run(stdin);
  // Lazy tables are filled before the fork server starts, so that no input is charged with them.
  LLVMFuzzerTestOneInput((const uint8_t *)"\0\0\0\0a,b\n1,2\n", 12);
  if (__afl_manual_init) __afl_manual_init();
  while (__afl_persistent_loop(1000)) {
    ssize_t got = read(0, buffer, sizeof buffer);
    if (got > 0) LLVMFuzzerTestOneInput(buffer, (size_t)got);
  }
  return 0;
}
