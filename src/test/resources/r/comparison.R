# Two samples compared, for the tests of stats.comparison and PositiveMeanTest.
# Rscript comparison.R > comparison.csv    (R 4.2.2)
RNGversion("3.6.0")
pairs <- list(
  normal = { set.seed(11); list(rnorm(10, 5), rnorm(10, 6)) },
  paired = { set.seed(12); s <- rnorm(8, 0, 3); list(20 + s, 21 + s + rnorm(8, 0, .1)) },
  lognormal = { set.seed(13); list(exp(rnorm(20)), exp(rnorm(20, 1))) },
  ties = list(c(1, 2, 2, 3, 5), c(2, 2, 4, 5, 6)),
  apart = list(c(1, 2, 3, 4), c(5, 6, 7, 8.5)),
  two = list(c(1.5, 2.5), c(3, 2)),
  large = { set.seed(14); list(rexp(50) * 100, rexp(50) * 150) })
cat("case,first,second,difference,low,high,p,ratio,ratio_low,ratio_high,ratio_p,u,rank_p,iqm,",
    "geometric,geometric_low,geometric_high\n", sep = "")
for (name in names(pairs)) {
  x <- pairs[[name]][[1]]
  y <- pairs[[name]][[2]]
  t <- t.test(y, x, paired = TRUE)
  r <- t.test(log(y), log(x), paired = TRUE)
  w <- suppressWarnings(wilcox.test(x, y, exact = FALSE, correct = FALSE))
  g <- t.test(log(x))
  cat(name, paste(sprintf("%.17g", x), collapse = " "), paste(sprintf("%.17g", y), collapse = " "),
      sprintf("%.17g", c(t$estimate, t$conf.int, t$p.value, exp(r$estimate), exp(r$conf.int),
                         r$p.value, w$statistic, w$p.value, mean(x, trim = .25),
                         exp(g$estimate), exp(g$conf.int))), sep = ",")
  cat("\n")
}
