/* arc4random_buf for C libraries older than glibc 2.36; linked into the distributed command, where expat calls it
   once a parser to seed its hash tables. getrandom is in glibc since 2.25. */
#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>

void arc4random_buf(void *bytes, size_t count) {
  unsigned char *next = bytes;
  while (count > 0) {
    ssize_t filled = getrandom(next, count, 0);
    if (filled < 0) {
      if (errno == EINTR) continue;
      abort(); /* the kernel has no random numbers: going on would give all parsers one seed */
    }
    next += filled;
    count -= (size_t)filled;
  }
}
