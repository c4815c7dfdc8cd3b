# Ratios of means of pairs by the delta method, for PairedSampleTest.  Rscript mean-ratio.R > mean-ratio.csv
# R 4.2.2. The standard error of ln(mean(y)/mean(x)) is that of the mean of y/mean(y) - x/mean(x).
RNGversion("3.6.0")
pairs <- list(
  lognormal = { set.seed(13); list(exp(rnorm(20)), exp(rnorm(20, 1))) },
  zeros = list(c(0, 2, 2, 3, 5), c(2, 0, 4, 5, 6)),
  steps = list(c(1200, 1310, 1275, 990), c(1402, 1188, 2050, 1299)))
cat("case,first,second,ratio,low,high,p\n")
for (name in names(pairs)) {
  x <- pairs[[name]][[1]]
  y <- pairs[[name]][[2]]
  se <- sd(y / mean(y) - x / mean(x)) / sqrt(length(x))
  r <- mean(y) / mean(x)
  t <- qt(0.975, length(x) - 1)
  cat(name, paste(sprintf("%.17g", x), collapse = " "), paste(sprintf("%.17g", y), collapse = " "),
      sprintf("%.17g", c(r, r * exp(-t * se), r * exp(t * se), 2 * pt(-abs(log(r) / se), length(x) - 1))),
      sep = ",")
  cat("\n")
}
