# Records slopes and their 95 % intervals with errors HC1, for SlopeTest. Run in this folder:
# Rscript slope.R. R 4.x with the package sandwich.
library(sandwich)
cases <- list(
  exact = list(x = c(1, 2, 3, 4), y = c(2.5, 4, 6.5, 7)),
  three = list(x = c(-1, 0, 2), y = c(0.3, -0.2, 1.9)),
  ties = list(x = c(1, 1, 1, 2, 2, 5, 5, 5), y = c(0.1, 0.3, 0.2, 0.9, 1.1, 2, 7, 4)),
  falling = list(x = log(1:12), y = 3 - 0.7 * log(1:12) + sin(1:12) / 5),
  wide = list(x = 10^(-3:3), y = c(4, 3, 3.5, 2, 1e3, 1e2, -1e4))
)
rows <- do.call(rbind, lapply(names(cases), function(name) {
  x <- cases[[name]]$x
  y <- cases[[name]]$y
  fit <- lm(y ~ x)
  half <- qt(0.975, length(x) - 2) * sqrt(vcovHC(fit, type = "HC1")[2, 2])
  data.frame(
    case = name,
    x = paste(sprintf("%.17g", x), collapse = " "),
    y = paste(sprintf("%.17g", y), collapse = " "),
    slope = sprintf("%.17g", coef(fit)[2]),
    low = sprintf("%.17g", coef(fit)[2] - half),
    high = sprintf("%.17g", coef(fit)[2] + half)
  )
}))
write.csv(rows, "slope.csv", row.names = FALSE, quote = FALSE)
