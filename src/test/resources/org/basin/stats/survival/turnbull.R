# Turnbull's estimate by plain expectation and maximisation on every step, not on innermost
# intervals: an algorithm independent of the one tested. It runs until no mass moves by 1e-16 and the
# conditions of Karush, Kuhn and Tucker hold to 1e-11.
#   Rscript turnbull.R > turnbull.csv    (R 4.2.2)
# `at` are steps at which the estimate is defined (ends of innermost intervals), `incidence` F there.
set.seed(20261128)
observed <- function(n, scale, at, watched = 0) {
  t <- ceiling(rlnorm(n, log(scale), 0.8))
  i <- findInterval(t - 1, at)              # the last observation before the hit
  high <- at[i + 1]
  low <- at[i] + 1
  exact <- seq_len(n) <= watched
  list(low = ifelse(exact, pmin(t, max(at) + 1), ifelse(is.na(high), max(at) + 1, low)),
       high = ifelse(exact & t <= max(at), t, ifelse(is.na(high), Inf, high)))
}
irregular <- function(n, scale) {
  each <- lapply(seq_len(n), function(i) observed(1, scale, c(0, sort(sample(120, 6)))))
  list(low = sapply(each, `[[`, "low"), high = sapply(each, `[[`, "high"))
}
cases <- list(
  grid = observed(60, 20, c(0, 5, 10, 20, 40, 80)),
  partly = observed(60, 20, c(0, 5, 10, 20, 40, 80), 25),
  irregular = irregular(25, 30),
  many = irregular(120, 40),
  exact = observed(30, 20, c(0, 60), 30))
em <- function(low, high, n) {
  top <- max(low, high[is.finite(high)]) + 1
  a <- outer(low, 1:top, `<=`) & outer(high, 1:top, `>=`)
  a[is.infinite(high), top] <- TRUE
  p <- rep(1 / top, top)
  repeat {
    d <- colSums(a / as.vector(a %*% p)) / n
    q <- p * d
    if (max(abs(q - p)) < 1e-16 && max(d) - 1 < 1e-11) break
    p <- q
  }
  p
}
text <- function(v) paste(sprintf("%.17g", v), collapse = " ")
cat("case,lows,highs,at,incidence\n")
for (name in names(cases)) {
  x <- cases[[name]]
  p <- em(x$low, x$high, length(x$low))
  # An end of an innermost interval is a high before which, since the last high, some low stands.
  ends <- sort(unique(x$high[is.finite(x$high)]))
  before <- c(-1, head(ends, -1))
  at <- ends[mapply(function(b, e) any(x$low > b & x$low <= e), before, ends)]
  cat(name, text(x$low), text(x$high), text(at), text(cumsum(p)[at]), sep = ",")
  cat("\n")
}
