# Makes rates.csv: laws fitted to synthetic curves by R 4's lm and nls, on the logarithm of the curve with
# constant variance. `error` is the standard error of lm or nls times sqrt((1 + rho) / (1 - rho)), where
# rho is the first autocorrelation of the residuals, corrected for its bias. `low` and `high` are Student's
# limits with n (1 - rho) / (1 + rho) - k degrees of freedom, on the logarithm of the exponent for laws with
# three parameters. `runs` is the normal approximation of Wald and Wolfowitz's test.
# Run: Rscript rates.R > rates.csv

set.seed(20261128)
text <- function(x) paste(sprintf("%.17g", x), collapse = " ")

# With exact derivatives: with numerical ones, nls stops short of the last digits.
stretched <- deriv(~ a - b * x^p, c("a", "b", "p"), function(a, b, p, x) NULL)
offset <- deriv(~ log(e + a * x^-p), c("e", "a", "p"), function(e, a, p, x) NULL)

one <- function(case, law, n, y) {
  z <- log(y)
  if (law == "exponential") {
    fit <- lm(z ~ n); at <- -coef(fit)[[2]]; k <- 2
  } else if (law == "power") {
    fit <- lm(z ~ log(n)); at <- -coef(fit)[[2]]; k <- 2
  } else if (law == "logarithmic") {
    fit <- lm(z ~ log(log(n))); at <- -coef(fit)[[2]]; k <- 2
  } else {
    control <- nls.control(maxiter = 500, tol = 1e-9, warnOnly = TRUE)
    x <- n / max(n)
    fit <- if (law == "stretched") {
      first <- coef(nls(z ~ cbind(1, -x^p), start = list(p = 0.5), algorithm = "plinear"))
      nls(z ~ stretched(a, b, p, x), start = list(a = first[[2]], b = first[[3]], p = first[[1]]), control = control)
    } else {
      first <- coef(nls(y ~ cbind(1, x^-p), start = list(p = 0.6), algorithm = "plinear", weights = 1 / y^2))
      nls(z ~ offset(e, a, p, x), start = list(e = first[[2]], a = first[[3]], p = first[[1]]), control = control)
    }
    at <- coef(fit)[["p"]]; k <- 3
  }
  se <- summary(fit)$coefficients[if (k == 2) 2 else 3, 2]
  r <- residuals(fit)
  m <- length(r)
  rho <- (sum(r[-1] * r[-m]) / sum(r^2) + k / m) / (1 - (k + 3) / m)
  rho <- min(max(rho, 0), 1 - 2 / m)
  error <- se * sqrt((1 + rho) / (1 - rho))
  reach <- error * qt(0.975, max(1, m * (1 - rho) / (1 + rho) - k))
  ends <- if (k == 2) c(at - reach, at + reach) else at * exp(c(-reach, reach) / at)
  s <- sign(r)
  plus <- sum(s > 0); minus <- sum(s < 0)
  mu <- 2 * plus * minus / m + 1
  runs <- pnorm((sum(diff(s) != 0) + 1 - mu) / sqrt((mu - 1) * (mu - 2) / (m - 1)))
  cat(case, law, text(n), text(y), text(at), text(error), text(ends[1]), text(ends[2]), text(sum(r^2)),
      text(rho), text(runs), sep = ",")
  cat("\n")
}

ar <- function(n, rho, sd) as.numeric(arima.sim(list(ar = rho), n, sd = sd * sqrt(1 - rho^2)))
grid <- function(n, from, to) round(exp(seq(log(from), log(to), length.out = n)))

cat("case,law,steps,values,parameter,error,low,high,squares,rho,runs\n")
n <- grid(40, 100, 1e5)
one("independent", "exponential", n, 3 * exp(-4e-5 * n + rnorm(40, sd = 0.05)))
one("independent", "power", n, 3 * n^-0.5 * exp(rnorm(40, sd = 0.05)))
one("independent", "logarithmic", n, 3 * log(n)^-2 * exp(rnorm(40, sd = 0.05)))
one("independent", "stretched", n, 3 * exp(-0.05 * n^0.4 + rnorm(40, sd = 0.05)))
one("independent", "offset-power", n, (0.02 + 2 * n^-0.7) * exp(rnorm(40, sd = 0.05)))
n <- seq(1000, 10000, by = 250)
one("correlated", "exponential", n, 1e-3 * exp(-4e-4 * n + ar(37, 0.6, 0.1)))
one("correlated", "power", n, 1e4 * n^-1.5 * exp(ar(37, 0.6, 0.1)))
one("correlated", "stretched", n, 1e6 * exp(-0.5 * n^0.35 + ar(37, 0.6, 0.02)))
one("rising", "power", grid(20, 10, 1e4), grid(20, 10, 1e4)^0.66 * exp(rnorm(20, sd = 0.01)))
one("rising to an offset", "offset-power", grid(30, 10, 1e4),
    (1 - 2 * grid(30, 10, 1e4)^-0.5) * exp(rnorm(30, sd = 0.005)))
