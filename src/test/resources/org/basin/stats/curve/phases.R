# Makes phases.csv: the division of curves into lines that minimises the residual sum of squares plus a
# penalty for each line, with at least five observations in each, by trying every division (the recursion of
# Jackson et al. 2005, without pruning), with R's lm.fit. Starts count from 0.
# Run: Rscript phases.R > phases.csv

set.seed(20261128)
text <- function(x) paste(sprintf("%.17g", x), collapse = " ")

one <- function(case, x, z, penalty, least = 5) {
  n <- length(x)
  cost <- function(from, to) sum(lm.fit(cbind(1, x[from:to]), z[from:to])$residuals^2)
  best <- c(-penalty, rep(Inf, n))
  before <- integer(n)
  for (t in least:n) for (s in c(0, if (t >= 2 * least) least:(t - least))) {
    total <- best[s + 1] + cost(s + 1, t) + penalty
    if (total < best[t + 1]) { best[t + 1] <- total; before[t] <- s }
  }
  starts <- c(); t <- n
  while (t > 0) { starts <- c(before[t], starts); t <- before[t] }
  cat(case, text(x), text(z), text(penalty), text(starts), text(best[n + 1]), sep = ",")
  cat("\n")
}

cat("case,x,z,penalty,starts,best\n")
x <- (0:79) / 79
one("plateau and fall", x, ifelse(x < 0.4, 1, 1 - 1.6 * (x - 0.4)) + rnorm(80, sd = 0.02), 3 * log(80) * 4e-4)
one("two jumps", x, ifelse(x < 0.3, 1, ifelse(x < 0.7, 0.4, 0)) + rnorm(80, sd = 0.05), 3 * log(80) * 25e-4)
one("noise", x, 0.5 + rnorm(80, sd = 0.1), 3 * log(80) * 0.01)
one("many phases", x, abs(((5 * x) %% 1) - 0.5) + rnorm(80, sd = 0.01), 3 * log(80) * 1e-4)
one("low penalty", x, cumsum(rnorm(80, sd = 0.1)), 0.02)
