/*
 * What one core can do with a binary 3x3x256 convolution laid out as a matrix product: XOR, population count, add, in
 * C intrinsics. For every line on standard input it computes one round and prints T multiply-accumulates a second, so
 * that the other side of a comparison can be timed in between.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { POSITIONS = 1200, CHANNELS = 240, WORDS = 36, REPEATS = 40 };

#if defined(__AVX512VPOPCNTDQ__)
#include <immintrin.h>
enum { ROWS = 6, COLUMNS = 3, LANES = 8 };
typedef __m512i vec;
#define PATH "avx512_vpopcntdq"
static inline vec zero(void) { return _mm512_setzero_si512(); }
static inline vec spread(uint64_t x) { return _mm512_set1_epi64((long long)x); }
static inline vec step(vec sum, vec x, vec w) {
    return _mm512_add_epi64(sum, _mm512_popcnt_epi64(_mm512_xor_si512(x, w)));
}
static inline void store(int32_t *to, vec v) { _mm256_storeu_si256((__m256i *)to, _mm512_cvtepi64_epi32(v)); }
#elif defined(__AVX2__)
#include <immintrin.h>
enum { ROWS = 3, COLUMNS = 2, LANES = 4 };
typedef __m256i vec;
#define PATH "avx2"
static inline vec zero(void) { return _mm256_setzero_si256(); }
static inline vec spread(uint64_t x) { return _mm256_set1_epi64x((long long)x); }
static inline vec step(vec sum, vec x, vec w) {
    const vec table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2,
                                       3, 2, 3, 3, 4);
    const vec nibble = _mm256_set1_epi8(15);
    vec bits = _mm256_xor_si256(x, w);
    vec low = _mm256_shuffle_epi8(table, _mm256_and_si256(bits, nibble));
    vec high = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(bits, 4), nibble));
    return _mm256_add_epi64(sum, _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256()));
}
static inline void store(int32_t *to, vec v) {
    int64_t lanes[4];
    _mm256_storeu_si256((__m256i *)lanes, v);
    for (int i = 0; i < 4; i++) to[i] = (int32_t)lanes[i];
}
#else
enum { ROWS = 4, COLUMNS = 4, LANES = 1 };
typedef uint64_t vec;
#define PATH "portable"
static inline vec zero(void) { return 0; }
static inline vec spread(uint64_t x) { return x; }
static inline vec step(vec sum, vec x, vec w) { return sum + (vec)__builtin_popcountll(x ^ w); }
static inline void store(int32_t *to, vec v) { *to = (int32_t)v; }
#endif

/* x: [ROWS][WORDS]; w: [COLUMNS][WORDS], a lane is an output channel; to: [ROWS][CHANNELS] differing bits */
static inline __attribute__((always_inline)) void tile(const uint64_t *x, const vec *w, int32_t *to) {
    vec sum[ROWS][COLUMNS];
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++) sum[i][j] = zero();
    for (int k = 0; k < WORDS; k++) {
        vec weight[COLUMNS];
        for (int j = 0; j < COLUMNS; j++) weight[j] = w[j * WORDS + k];
        for (int i = 0; i < ROWS; i++) {
            vec word = spread(x[i * WORDS + k]);
            for (int j = 0; j < COLUMNS; j++) sum[i][j] = step(sum[i][j], word, weight[j]);
        }
    }
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++) store(to + i * CHANNELS + j * LANES, sum[i][j]);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int main(void) {
    uint64_t *x = aligned_alloc(64, sizeof(uint64_t) * POSITIONS * WORDS);
    vec *w = aligned_alloc(64, sizeof(vec) * CHANNELS / LANES * WORDS);
    int32_t *counts = aligned_alloc(64, sizeof(int32_t) * POSITIONS * CHANNELS);
    if (!x || !w || !counts) return 1;
    for (int i = 0; i < POSITIONS * WORDS; i++) x[i] = (uint64_t)rand() << 33 ^ (uint64_t)rand() << 11 ^ (uint64_t)rand();
    uint64_t *words = (uint64_t *)w;
    for (int i = 0; i < CHANNELS * WORDS; i++) words[i] = (uint64_t)rand() << 33 ^ (uint64_t)rand() << 11 ^ (uint64_t)rand();
    printf("%s\n", PATH);
    fflush(stdout);
    for (int c; (c = getchar()) != EOF;) {
        if (c != '\n') continue;
        double start = seconds();
        for (int r = 0; r < REPEATS; r++)
            for (int j = 0; j < CHANNELS / LANES; j += COLUMNS)
                for (int i = 0; i < POSITIONS; i += ROWS)
                    tile(x + i * WORDS, w + j * WORDS, counts + i * CHANNELS + j * LANES);
        double macs = (double)POSITIONS * CHANNELS * WORDS * 64 * REPEATS;
        printf("%.6f %d\n", macs / (seconds() - start) / 1e12, counts[12345]);
        fflush(stdout);
    }
    return 0;
}
