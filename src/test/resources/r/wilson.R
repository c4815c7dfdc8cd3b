# Wilson intervals for FractionsTest.  Rscript wilson.R > wilson.csv    (R 4.2.2)
cat("hits,count,level,low,high\n")
for (case in list(c(0, 10), c(10, 10), c(3, 10), c(1, 2), c(50, 64), c(999, 1000)))
  for (level in c(0.9, 0.95)) {
    ci <- prop.test(case[1], case[2], conf.level = level, correct = FALSE)$conf.int
    cat(case, level, sprintf("%.17g", ci), sep = ",")
    cat("\n")
  }
