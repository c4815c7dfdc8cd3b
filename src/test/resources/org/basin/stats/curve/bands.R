# Records quantiles of type 7, the mean and the interquartile mean of samples, for CurveBandTest.
# Run in this folder: Rscript bands.R. R 4.x, no package.
samples <- list(
  one = c(0.7),
  two = c(3, -1),
  three = c(0.1, 0.2, 0.4),
  four = c(8, 1, 4, 2),
  five = c(1e-3, 1e-2, 1e-1, 1, 10),
  ties = c(2, 2, 2, 5, 5, 7, 7, 7, 7),
  constant = rep(0.1, 12),
  signed = c(-4.5, 2.25, -0.125, 0, 0, 17, -3e5),
  normal = qnorm(ppoints(31)),
  cauchy = qcauchy(ppoints(50))
)
rows <- do.call(rbind, lapply(names(samples), function(name) {
  x <- samples[[name]]
  q <- quantile(x, c(.05, .25, .5, .75, .95), type = 7, names = FALSE)
  data.frame(
    sample = name,
    values = paste(sprintf("%.17g", x), collapse = " "),
    q05 = q[1], q25 = q[2], median = q[3], q75 = q[4], q95 = q[5],
    mean = mean(x),
    iqm = mean(x, trim = 0.25)
  )
}))
number <- sapply(rows, is.numeric)
rows[number] <- lapply(rows[number], function(x) sprintf("%.17g", x))
write.csv(rows, "bands.csv", row.names = FALSE, quote = FALSE)
