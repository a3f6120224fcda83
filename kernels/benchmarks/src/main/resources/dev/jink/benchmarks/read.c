/*
 * How fast one core can read a mapped file at all. For every line on standard input it reads each word of the file once
 * and prints GB a second.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int main(int count, char **arguments) {
    struct stat facts;
    int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
    if (file < 0 || fstat(file, &facts) != 0) return 1;
    const uint64_t *words = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_SHARED, file, 0);
    if (words == MAP_FAILED) return 1;
    size_t whole = (size_t)facts.st_size / 256 * 32;
    printf("mmap\n");
    fflush(stdout);
    for (int c; (c = getchar()) != EOF;) {
        if (c != '\n') continue;
        double start = seconds();
        /* Four vectors' worth of chains: nothing but memory is waited for. */
        uint64_t sums[32] = {0};
        for (size_t i = 0; i < whole; i += 32)
            for (int j = 0; j < 32; j++) sums[j] ^= words[i + j];
        uint64_t sum = 0;
        for (int j = 0; j < 32; j++) sum ^= sums[j];
        printf("%.6f %llu\n", (double)whole * 8 / (seconds() - start) / 1e9, (unsigned long long)sum);
        fflush(stdout);
    }
    return 0;
}
