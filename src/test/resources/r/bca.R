# BCa intervals for BcaTest, from resamples recorded with them.  Rscript bca.R > bca.csv
# R 4.2.2, boot 1.3-28.1. The acceleration is that of the jackknife about the mean of its values, which
# boot.ci takes as L. Values are unequal, so that no resample equals the estimate where z0 is found.
suppressPackageStartupMessages(library(boot))
RNGversion("3.6.0")
iqm <- function(x) mean(x, trim = 0.25)
samples <- list(
  normal = { set.seed(1); rnorm(12, 5, 2) },
  lognormal = { set.seed(2); exp(rnorm(15)) },
  heavy = { set.seed(3); rt(9, 3) },
  five = { set.seed(4); rexp(5) },
  steps = c(1200, 1310, 1275, 990, 4100, 1333, 1402, 1188, 2050, 1299))
statistics <- list(mean = mean, iqm = iqm, median = median)
cat("case,statistic,level,sample,indices,value,low,high\n")
for (name in names(samples)) for (s in names(statistics)) {
  x <- samples[[name]]
  f <- statistics[[s]]
  set.seed(7)
  b <- boot(x, function(d, i) f(d[i]), R = 99)
  if (any(b$t == b$t0)) next  # R counts these as not less; we count them half.
  left <- sapply(seq_along(x), function(i) f(x[-i]))
  L <- (length(x) - 1) * (mean(left) - left)
  for (level in c(0.9, 0.95)) {
    ci <- suppressWarnings(boot.ci(b, conf = level, type = "bca", L = L))$bca
    cat(name, s, level, paste(sprintf("%.17g", x), collapse = " "),
        paste(t(boot.array(b, indices = TRUE)) - 1, collapse = " "),
        sprintf("%.17g", c(b$t0, ci[4:5])), sep = ",")
    cat("\n")
  }
}
