# What R says of the trials in trials.csv, times.csv and events.csv: expected.csv. The data are made
# here as well, with a fixed seed.
#
#   lm; sandwich: vcovHC(type = "HC1"), vcovCL(type = "HC1", cadjust = TRUE) (that is CR1)
#   nls, whose variance is that of the model made linear at the estimate
#   survreg, whose variance is the inverse of the observed information in (coefficients, ln scale),
#     and vcovCL(type = "HC0", cadjust = TRUE), the sandwich with the factor G/(G - 1)
#   glm(binomial); the profile interval of the crossing by uniroot over refits with an offset
#
# Rscript regression.R, in this folder. R 4.5, survival 3.8, sandwich 3.1.
library(survival)
library(sandwich)
set.seed(1)
options(digits = 17)

save <- function(data, file) {
  for (column in names(data)) if (is.double(data[[column]])) data[[column]] <- sprintf("%.17g", data[[column]])
  write.csv(data, file, row.names = FALSE, quote = FALSE)
}
expected <- data.frame(case = character(), index = integer(), value = character())
say <- function(case, values) {
  values <- as.vector(t(as.matrix(values)))
  expected <<- rbind(expected, data.frame(case = case, index = seq_along(values) - 1,
                                          value = sprintf("%.17g", values)))
}

# Eight seeds at five values of x and two of z, with an error that belongs to the seed, another that
# grows with x, and a tie.
trials <- expand.grid(seed = 1:8, x = c(0.1, 0.03, 0.01, 1e-3, 1e-4), z = c(1, 4))
shift <- rnorm(8, sd = 0.2)
trials$y <- with(trials, 3 - 0.4 * log(x) + 0.1 * z + 0.01 * log(x)^2 + shift[seed] +
  rnorm(nrow(trials), sd = 0.1 * (1 - log10(x))))
trials$y[2] <- trials$y[1]
# A law with an offset.
trials$w <- with(trials, 2 + 3 * x^-0.3 + shift[seed] + rnorm(nrow(trials), sd = 0.3))
save(trials, "trials.csv")
line <- lm(y ~ log(x), trials)
say("line", coef(line))
say("line classical", vcov(line))
say("line robust", vcovHC(line, type = "HC1"))
say("line clustered", vcovCL(line, cluster = ~seed, type = "HC1", cadjust = TRUE))
plane <- lm(log(y) ~ log(x) + log(z), trials)
say("plane", coef(plane))
say("plane classical", vcov(plane))
say("plane clustered", vcovCL(plane, cluster = ~seed, type = "HC1", cadjust = TRUE))
curve <- lm(y ~ u + I(u^2), transform(trials, u = log(x) - mean(log(x))))
v <- vcovCL(curve, cluster = ~seed, type = "HC1", cadjust = TRUE)[3, 3]
say("curvature", c(coef(curve)[3], 2 * pt(-abs(coef(curve)[3]) / sqrt(v), 7)))
say("line intervals", coef(line)[2] + c(-1, 1) * qt(0.975, 7) *
  sqrt(vcovCL(line, cluster = ~seed, type = "HC1", cadjust = TRUE)[2, 2]))
say("lone seed", c(confint(lm(y ~ log(x), subset(trials, seed == 3)))[2, ]))
law <- deriv(~ E + A * x^(-a), c("E", "A", "a"), function(x, E, A, a) NULL)
offset <- nls(w ~ law(x, E, A, a), trials, start = list(E = 2, A = 3, a = 0.3),
  control = nls.control(tol = 1e-10, maxiter = 500))
say("offset", coef(offset))
say("offset classical", vcov(offset))

# Times with about a third censored, and those of the same trials between two observations.
times <- expand.grid(seed = 1:6, x = c(0.1, 0.01, 1e-3, 1e-4))
times$time <- round(with(times, exp(1 - 0.3 * log(x) + 0.2 * rnorm(6)[seed] + 0.3 * rnorm(nrow(times)))), 1)
limit <- 35
times$censored <- as.integer(times$time > limit)
times$time[times$censored == 1] <- limit
grid <- c(0, 2, 5, 9, 14, 20, 27, limit)
slot <- findInterval(times$time, grid, left.open = TRUE)
times$low <- ifelse(times$censored == 1, limit, grid[slot])
times$high <- ifelse(times$censored == 1, Inf, grid[slot + 1])
save(times, "times.csv")
tight <- survreg.control(rel.tolerance = 1e-15, maxiter = 200)
for (dist in c("lognormal", "weibull", "gaussian", "extreme")) {
  m <- survreg(Surv(time, 1 - censored) ~ log(x), times, dist = dist, control = tight)
  say(dist, c(coef(m), m$scale))
  say(paste(dist, "variance"), vcov(m))
  say(paste(dist, "clustered"), vcovCL(m, cluster = ~seed, type = "HC0", cadjust = TRUE))
}
# The likelihood of ln T, not of T.
m <- survreg(Surv(log(time), 1 - censored) ~ log(x), times, dist = "gaussian", control = tight)
say("lognormal likelihood", m$loglik[2])
times$upper <- ifelse(is.finite(times$high), times$high, NA)
times$lower <- ifelse(times$low == 0, NA, times$low)
for (dist in c("lognormal", "weibull")) {
  m <- survreg(Surv(lower, upper, type = "interval2") ~ log(x), times, dist = dist, control = tight)
  say(paste(dist, "interval"), c(coef(m), m$scale))
  say(paste(dist, "interval variance"), vcov(m))
}

# Ten seeds at seven step sizes; each seed has its own threshold.
events <- expand.grid(seed = 1:10, x = c(1, 2, 3, 4, 5, 6, 8))
threshold <- rnorm(10, 4.2, 0.8)
events$event <- as.integer(events$x + rnorm(nrow(events), sd = 0.7) > threshold[events$seed])
save(events, "events.csv")
for (scale in c("linear", "log")) {
  events$u <- if (scale == "log") log(events$x) else events$x
  m <- glm(event ~ u, binomial, events, control = glm.control(epsilon = 1e-15, maxit = 100))
  clustered <- vcovCL(m, cluster = ~seed, type = "HC0", cadjust = TRUE)
  say(paste("logistic", scale), c(coef(m), logLik(m)))
  say(paste("logistic", scale, "variance"), vcov(m))
  say(paste("logistic", scale, "clustered"), clustered)
  for (fraction in c(0.5, 0.25)) {
    logit <- qlogis(fraction)
    x0 <- (logit - coef(m)[1]) / coef(m)[2]
    g <- c(-1, -x0) / coef(m)[2]
    design <- max(1, (g %*% clustered %*% g) / (g %*% vcov(m) %*% g))
    drop <- function(at) {
      refit <- glm(event ~ 0 + I(u - at), binomial, events, offset = rep(logit, nrow(events)),
        control = glm.control(epsilon = 1e-15, maxit = 100))
      2 * (as.numeric(logLik(m)) - as.numeric(logLik(refit))) - design * qt(0.975, 9)^2
    }
    ends <- c(uniroot(drop, c(x0 - 2, x0), tol = 1e-14)$root, uniroot(drop, c(x0, x0 + 2), tol = 1e-14)$root)
    at <- c(x0, ends)
    say(paste("crossing", scale, fraction), if (scale == "log") exp(at) else at)
  }
}
save(expected, "expected.csv")
