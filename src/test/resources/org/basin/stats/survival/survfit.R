# Kaplan-Meier curves with conf.type = "log-log" and Greenwood's variance, quantiles by
# quantile.survfit, restricted means by survfit's rmean = "individual" and to a given horizon, and
# Aalen-Johansen incidences by multi-state survfit, whose variance is the infinitesimal jackknife.
# Limits of an incidence F are R's own log-log limits of 1 - F, turned over.
#   Rscript survfit.R > survfit.csv    (R 4.2.2, survival 3.5-3)
# Statuses: 0 censored, 1 hit, 2 diverged, 3 failed, 4 timed out.
library(survival)
options(warn = -1)
set.seed(20261128)
sweep <- function(n, hit, diverge, budget, width = 1) {
  t1 <- ceiling(rlnorm(n, log(hit), 1) / width) * width
  t2 <- ceiling(rexp(n, 1 / diverge) / width) * width
  t <- pmin(t1, t2, budget)
  list(t = t, d = ifelse(t1 <= t2 & t1 <= budget, 1, ifelse(t2 <= budget, sample(2:4, n, TRUE), 0)))
}
referee <- list(t = c(6, 7, 9, 11, 13, 14, 14, 15, 17, 20, 2, 3, 3, 4, 5, 5, 8, 9, 12, 16, 18, 40, 40, 40),
                d = c(rep(1, 10), rep(2, 11), rep(0, 3)))
cases <- list(
  referee = referee,
  plain = sweep(30, 100, 1e9, 250),
  competing = sweep(40, 100, 150, 300),
  ties = sweep(60, 100, 200, 400, 50),
  heavy = sweep(200, 1000, 2000, 4000),
  large = sweep(1000, 500, 900, 2000, 10),
  few = sweep(5, 10, 30, 20),
  atZero = list(t = c(0, 0, 1, 3, 3, 7), d = c(1, 0, 1, 2, 1, 0)),
  allHit = list(t = c(4, 2, 9, 9, 1, 7, 3), d = rep(1, 7)),
  hitAtOneStep = list(t = rep(5, 6), d = rep(1, 6)),
  allCensored = list(t = c(5, 5, 8), d = c(0, 0, 0)),
  allDiverged = list(t = c(3, 5, 8, 8), d = c(2, 2, 2, 2)),
  oneHit = list(t = 5, d = 1),
  oneDiverged = list(t = 5, d = 2),
  tiesOfKinds = list(t = c(2, 2, 2, 2, 4, 4, 4, 6, 6, 6), d = c(1, 2, 0, 1, 2, 2, 1, 0, 1, 4)))
probs <- c(.1, .25, .5, .75, .9)
text <- function(v) gsub("NA", "NaN", paste(sprintf("%.17g", v), collapse = " "))
limits <- function(p, se) {
  ci <- survival:::survfit_confint(1 - p, se, logse = FALSE, conf.type = "log-log", conf.int = 0.95)
  list(lower = 1 - ci$upper, upper = 1 - ci$lower)
}
cat("case,times,statuses,at,survival,lower,upper,quantiles,quantile_low,quantile_high,",
    "rmean,rmean_error,horizon,rmean_to,rmean_to_error,",
    "hit,hit_error,hit_low,hit_high,diverged,diverged_error,failed,timed_out\n", sep = "")
for (name in names(cases)) {
  x <- cases[[name]]
  km <- survfit(Surv(x$t, x$d == 1) ~ 1, conf.type = "log-log")
  q <- quantile(km, probs)
  r <- survival:::survmean(km, rmean = "individual")$matrix
  horizon <- ceiling(max(x$t) * 0.6)
  h <- survival:::survmean(km, rmean = horizon)$matrix
  aj <- survfit(Surv(x$t, factor(x$d, 0:4)) ~ 1)
  f <- function(k) aj$pstate[, match(as.character(k), aj$states)]
  e <- function(k) aj$std.err[, match(as.character(k), aj$states)]
  hit <- limits(f(1), e(1))
  stopifnot(identical(km$time, aj$time))
  cat(name, text(x$t), text(x$d), text(km$time), text(km$surv), text(km$lower), text(km$upper),
      text(q$quantile), text(q$lower), text(q$upper), text(r[5]), text(r[6]), text(horizon),
      text(h[5]), text(h[6]), text(f(1)), text(e(1)), text(hit$lower), text(hit$upper), text(f(2)),
      text(e(2)), text(f(3)), text(f(4)), sep = ",")
  cat("\n")
}
