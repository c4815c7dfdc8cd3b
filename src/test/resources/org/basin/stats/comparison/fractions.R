# Two fractions compared, for FractionDifferenceTest and PairedSampleTest.
# Rscript fractions.R > fractions.csv    (R 4.2.2)
# Intervals: Newcombe (1998), Stat. Med. 17:873, method 10 (independent), and Stat. Med. 17:2635, method 10 (pairs),
# of the limits of prop.test(correct = FALSE), which are Wilson's. p: fisher.test and binom.test (exact McNemar).
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
independent <- list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29), c(0, 10, 0, 20),
                    c(0, 10, 0, 10), c(10, 10, 0, 20), c(10, 10, 0, 10), c(1, 1, 0, 1), c(13, 25, 21, 24))
# both, only the second, only the first, neither
pairs <- list(c(36, 12, 2, 0), c(20, 20, 10, 0), c(24, 16, 8, 2), c(1, 28, 12, 9), c(53, 0, 1, 0), c(53, 1, 0, 0),
              c(30, 0, 0, 20), c(0, 30, 20, 0), c(0, 54, 0, 0), c(0, 0, 0, 10), c(2, 3, 0, 0), c(8, 9, 1, 7))
cat("case,counts,value,low,high,p\n")
line <- function(case, counts, value, low, high, p)
  cat(case, ",", paste(counts, collapse = " "), ",", paste(sprintf("%.17g", c(value, low, high, p)), collapse = ","),
      "\n", sep = "")
for (k in independent) {
  p2 <- k[1] / k[2]; p1 <- k[3] / k[4]
  w2 <- wilson(k[1], k[2]); w1 <- wilson(k[3], k[4])
  d <- p2 - p1
  line("independent", k, d, d - sqrt((p2 - w2[1])^2 + (w1[2] - p1)^2), d + sqrt((w2[2] - p2)^2 + (p1 - w1[1])^2),
       fisher.test(matrix(c(k[1], k[2] - k[1], k[3], k[4] - k[3]), 2))$p.value)
}
for (k in pairs) {
  a <- k[1]; b <- k[2]; c <- k[3]; d <- k[4]; n <- sum(k)
  p2 <- (a + b) / n; p1 <- (a + c) / n
  w2 <- wilson(a + b, n); w1 <- wilson(a + c, n)
  product <- (a + b) * (c + d) * (a + c) * (b + d)
  cross <- a * d - b * c
  phi <- if (product == 0) 0 else (if (cross > 0) max(cross - n / 2, 0) else cross) / sqrt(product)
  lower <- sqrt((p2 - w2[1])^2 - 2 * phi * (p2 - w2[1]) * (w1[2] - p1) + (w1[2] - p1)^2)
  upper <- sqrt((w2[2] - p2)^2 - 2 * phi * (w2[2] - p2) * (p1 - w1[1]) + (p1 - w1[1])^2)
  line("paired", k, (b - c) / n, (b - c) / n - lower, (b - c) / n + upper,
       if (b + c == 0) 1 else binom.test(b, b + c)$p.value)
}
# The sign test and Wilson's score interval of a fraction in which a tie counts half: less, equal, greater.
for (k in list(c(7, 0, 3), c(7, 2, 3), c(0, 5, 0), c(10, 0, 0), c(1, 1, 0), c(12, 3, 13))) {
  n <- sum(k); p <- (k[1] + k[2] / 2) / n; z <- qnorm(.975)
  half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  line("signs", k, p, max(0, centre - half), min(1, centre + half),
       if (k[1] + k[3] == 0) 1 else binom.test(k[1], k[1] + k[3])$p.value)
}
