/* Answers lines "WHAT COUNT" on standard input: does it COUNT times and prints COUNT. */
#include <stdio.h>

static void work(const char *what, long count);

int main(void) {
  char what[32];
  long count;
  setvbuf(stdout, NULL, _IONBF, 0);
  puts("ready");
  while (scanf("%31s %ld", what, &count) == 2) {
    work(what, count);
    printf("%ld\n", count);
  }
  return 0;
}
