# Two samples without pairs, for IndependentSamplesTest.  Rscript independent.R > independent.csv
# R 4.2.2, boot 1.3-28.1. Welch's t test (var.equal = FALSE), of the values and of their logarithms; the
# ratio of means by the delta method with Welch's degrees of freedom; BCa of the difference of interquartile
# means, resampled within strata, with the influences of the jackknife divided by each sample's size.
suppressPackageStartupMessages(library(boot))
RNGversion("3.6.0")
iqm <- function(x) mean(x, trim = 0.25)
samples <- list(
  normal = { set.seed(21); list(rnorm(9, 5), rnorm(12, 6)) },
  lognormal = { set.seed(22); list(exp(rnorm(15)), exp(rnorm(7, 1))) },
  steps = list(c(1200, 1310, 1275, 990, 4100, 1333), c(1402, 1188, 2050, 1299, 1311)))
cat("case,first,second,difference,low,high,p,ratio,ratio_low,ratio_high,ratio_p,",
    "mean_ratio,mean_ratio_low,mean_ratio_high,indices,iqm,iqm_low,iqm_high\n", sep = "")
for (name in names(samples)) {
  x <- samples[[name]][[1]]
  y <- samples[[name]][[2]]
  t <- t.test(y, x)
  r <- t.test(log(y), log(x))
  m <- t.test(y / mean(y), x / mean(x))
  half <- qt(0.975, m$parameter) * m$stderr
  mean_ratio <- mean(y) / mean(x)
  both <- c(x, y)
  strata <- rep(1:2, c(length(x), length(y)))
  f <- function(d, i) iqm(d[i][strata == 2]) - iqm(d[i][strata == 1])
  set.seed(7)
  b <- boot(both, f, R = 99, strata = strata)
  stopifnot(!any(b$t == b$t0))
  influence <- function(v) {
    left <- sapply(seq_along(v), function(i) iqm(v[-i]))
    (length(v) - 1) * (mean(left) - left) / length(v)
  }
  ci <- suppressWarnings(boot.ci(b, type = "bca", L = c(-influence(x), influence(y))))$bca
  cat(name, paste(sprintf("%.17g", x), collapse = " "), paste(sprintf("%.17g", y), collapse = " "),
      sprintf("%.17g", c(mean(y) - mean(x), t$conf.int, t$p.value,
                         exp(mean(log(y)) - mean(log(x))), exp(r$conf.int), r$p.value,
                         mean_ratio, mean_ratio * exp(c(-half, half)))),
      paste(t(boot.array(b, indices = TRUE)) - 1, collapse = " "),
      sprintf("%.17g", c(b$t0, ci[4:5])), sep = ",")
  cat("\n")
}
