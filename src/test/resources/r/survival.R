# Kaplan-Meier medians with log-log limits, and quantiles of type 7, for KaplanMeierTest and
# QuantilesTest.  Rscript survival.R > survival.csv    (R 4.2.2, survival 3.5-3)
library(survival)
options(warn = -1)
set.seed(20260101)
cases <- list(
  plain = list(t = c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
               d = c(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
  all = list(t = c(3, 1, 2, 5, 4, 9, 7), d = rep(1, 7)),
  half = list(t = c(1, 2, 3, 4, 5, 6), d = c(1, 1, 1, 0, 1, 0)),
  even = list(t = c(1, 2, 3, 4), d = c(1, 1, 1, 1)),
  few = list(t = c(10, 10, 10, 4), d = c(0, 0, 0, 1)),
  none = list(t = c(5, 5, 5), d = c(0, 0, 0)),
  one = list(t = c(5), d = c(1)),
  ties = list(t = c(2, 2, 2, 2, 3, 3, 3, 8, 8, 8, 8, 8), d = c(1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0)),
  large = list(t = ceiling(rexp(200, 1 / 1000)), d = rbinom(200, 1, 0.8)))
cat("case,times,hits,median,low,high,q05,q25,q50,q95,mean,sd,mean_low,mean_high\n")
for (name in names(cases)) {
  x <- cases[[name]]
  q <- quantile(survfit(Surv(x$t, x$d) ~ 1, conf.type = "log-log"), 0.5)
  n <- length(x$t)
  m <- mean(x$t) + c(-1, 1) * qt(0.975, n - 1) * sd(x$t) / sqrt(n)
  v <- c(q$quantile, q$lower, q$upper, quantile(x$t, c(.05, .25, .5, .95)), mean(x$t), sd(x$t), m)
  cat(name, paste(x$t, collapse = " "), paste(x$d, collapse = " "),
      sprintf("%.17g", v), sep = ",")
  cat("\n")
}
