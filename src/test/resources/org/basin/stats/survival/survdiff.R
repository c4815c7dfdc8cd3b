# Log-rank tests by survdiff, without strata and with strata = seeds. The variance is the
# hypergeometric one.    Rscript survdiff.R > survdiff.csv    (R 4.2.2, survival 3.5-3)
library(survival)
set.seed(20261128)
draw <- function(groups, seeds, scale, width = 1, budget = 300) {
  g <- rep(seq_along(scale), length.out = groups * seeds) - 1
  s <- rep(seq_len(seeds), each = groups)
  luck <- rnorm(seeds)
  t <- ceiling(scale[g + 1] * exp(0.7 * luck[s] + 0.5 * rnorm(length(g))) / width) * width
  list(t = pmin(t, budget), d = as.numeric(t <= budget), g = g, s = s)
}
cases <- list(
  pair = draw(2, 20, c(60, 90)),
  tied = draw(2, 30, c(60, 80), 40),
  three = draw(3, 15, c(60, 80, 120)),
  four = draw(4, 40, c(60, 65, 70, 75), 25),
  same = draw(2, 25, c(70, 70)),
  small = draw(2, 3, c(40, 200)),
  unseen = list(t = c(1, 2, 3, 4, 9, 9), d = c(0, 0, 1, 1, 1, 0), g = c(2, 2, 0, 0, 1, 1),
                s = c(1, 2, 1, 2, 1, 2)))
text <- function(v) paste(sprintf("%.17g", v), collapse = " ")
total <- function(v) if (is.matrix(v)) rowSums(v) else v
cat("case,times,hits,groups,strata,observed,expected,chisq,p,strata_expected,strata_chisq,strata_p\n")
for (name in names(cases)) {
  x <- cases[[name]]
  plain <- survdiff(Surv(t, d) ~ g, x)
  seeds <- survdiff(Surv(t, d) ~ g + strata(s), x)
  cat(name, text(x$t), text(x$d), text(x$g), text(x$s), text(plain$obs), text(plain$exp),
      text(plain$chisq), text(plain$pvalue), text(total(seeds$exp)), text(seeds$chisq),
      text(seeds$pvalue), sep = ",")
  cat("\n")
}
